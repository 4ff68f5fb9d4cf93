INCLUDE phap-luat.ink

// Ngày 0 là thứ Hai 28/9/2026: lương tháng 8 (hạn 10/9) đã chậm 18 ngày. Mọi nhánh kết thúc trước ngày lễ 24/11.
VAR tin_cay = 50
VAR da_tra = 0
VAR chung_cu = false        // có bảng kê từng người
VAR lich_tra = false        // có lịch trả bằng văn bản
VAR lo_cam_ket = false      // đã ký câu "không khiếu nại"
VAR ket_cuc = 0

-> mo_dau

=== function doi_tin(n)
~ tin_cay = tin_cay + n
{ tin_cay > 100:
    ~ tin_cay = 100
}
{ tin_cay < 0:
    ~ tin_cay = 0
}

=== mo_dau
Thứ Hai 28/9/2026. Xưởng may 180 lao động trả lương vào ngày 10 hằng tháng. Lương tháng 8 đã chậm 18 ngày.
Anh/chị là chủ tịch công đoàn cơ sở, vẫn đứng máy như mọi người. Bảy giờ sáng, sáu mươi công nhân đứng kín cửa phòng công đoàn.
Chị Hạnh, chuyền 3: "Chủ tịch nói đi, hôm nay có dừng máy không?"
* [Cho cả xưởng dừng máy đến khi công ty trả đủ, vì công ty vi phạm trước # diem: 0]
    Mười giờ, ba chuyền đứng máy.
    ~ temp hop_phap = bat_dau_dinh_cong()
    Công ty sai không làm cho việc ngừng máy thành đúng. Chậm lương là tranh chấp về quyền, có đường hoà giải và Toà án; không có đường đình công. # nhan-xet # luat: vn.blld.2019.d179, vn.blld.2019.d199, vn.blld.2019.d204
    Đầu giờ chiều, công đoàn cấp trên cơ sở xuống vận động, mọi người làm lại. Ông Quang, giám đốc, giữ danh sách người dừng máy trên bàn.
    ~ doi_tin(-10)
    -> thong_bao
* [Gom bảng lương, hợp đồng từng người; báo công đoàn cấp trên cơ sở # diem: 2]
    Lương phải trả trực tiếp, đầy đủ, đúng hạn. Muốn đòi thì cần ba con số của từng người: bao nhiêu tiền, hạn ngày nào, chậm mấy ngày. Đó là việc của người đại diện. # nhan-xet # luat: vn.blld.2019.d94, vn.blld.2019.d178, vn.lcd.2024.d11
    Đến trưa, năm tổ trưởng công đoàn gom xong bảng kê 180 người, kèm ảnh phiếu lương tháng trước.
    ~ chung_cu = true
    ~ doi_tin(10)
    -> thong_bao
* [Khuyên mọi người về chuyền, khách trả tiền thì công đoàn báo lại # diem: 0]
    Công đoàn có quyền và trách nhiệm đại diện; bảo người ta chờ suông là bỏ vai ấy. Thời hiệu của từng người thì vẫn chạy từ ngày họ phát hiện vi phạm. # nhan-xet # luat: vn.blld.2019.d178, vn.blld.2019.d190
    Chị Hạnh quay đi: "Chờ thì tụi em tự chờ được, cần gì chủ tịch."
    ~ doi_tin(-20)
    -> thong_bao

=== thong_bao
~ qua_ngay_lam_viec(1)
Sáng thứ Ba, bảng tin có thông báo: "Do khách hàng chưa thanh toán, là trường hợp bất khả kháng, lương tháng 8 lùi đến ngày 25/10." Không có chữ ký, không có con số.
* [Gỡ thông báo, dán bài của công đoàn nói giám đốc lừa công nhân # diem: 0]
    Gỡ đi là tự tay bỏ một chứng cứ: chính công ty thừa nhận chưa trả lương và nêu lý do. Lời buộc tội thì không đòi được đồng nào. Công đoàn cần giám sát và đại diện, không cần cãi nhau trên tường. # nhan-xet # luat: vn.blld.2019.d178
    ~ doi_tin(-10)
    -> buoc_ngoi_lai
* [Gọi điện cho giám đốc phản đối, nói miệng hai bên tự hiểu với nhau # diem: 1]
    Nói ngay là tốt, nhưng lời qua điện thoại không để lại dấu vết. Khi tranh chấp, bên nào cũng phải đưa được chứng cứ. # nhan-xet # luat: vn.blld.2019.d182
    Ông Quang: "Tôi biết rồi, để tôi tính." Rồi im.
    -> buoc_ngoi_lai
* [Chụp thông báo, gửi văn bản hỏi: sự kiện nào, đã khắc phục ra sao, ngày nào trả # diem: 2]
    Chỉ khi bất khả kháng mới được chậm, và không quá 30 ngày. Bạn hàng trả chậm là rủi ro kinh doanh, khó coi là bất khả kháng; công ty muốn dựa vào đó thì phải giải thích được. # nhan-xet # luat: vn.blld.2019.d97
    Văn thư ký nhận. Tối đó trong nhóm tổ công đoàn, mọi người chuyền nhau tờ giấy có dấu.
    ~ doi_tin(10)
    -> buoc_ngoi_lai

=== buoc_ngoi_lai
~ qua_ngay_lam_viec(1)
Thứ Tư 30/9. Công ty chưa chịu gặp. Ở xưởng, bên người lao động có 10 thành viên đại diện đối thoại. Anh/chị buộc công ty ngồi lại bằng cách nào?
* [Đưa vào kỳ đối thoại định kỳ cuối năm, để đủ thành phần và có thời gian chuẩn bị # diem: 0]
    Định kỳ là mức tối thiểu mỗi năm. Luật còn buộc công ty đối thoại khi một bên có yêu cầu, không phải chờ kỳ. # nhan-xet # luat: vn.blld.2019.d63
    Một tuần trôi qua vô ích. Công đoàn cấp trên cơ sở gọi nhắc, anh/chị mới lấy bốn chữ ký thành viên đại diện và gửi yêu cầu.
    ~ qua_ngay(7)
    ~ doi_tin(-10)
    -> im_lang
* [Lập yêu cầu đối thoại, lấy ít nhất 3 trong 10 thành viên đại diện đồng ý # diem: 2]
    Ít nhất 30% thành viên đại diện đồng ý nội dung: 3 trên 10 là đủ. Công ty phải trả lời bằng văn bản chậm nhất 05 ngày làm việc. # nhan-xet # luat: vn.blld.2019.d63, vn.nd145.2020.d40
    Anh/chị lấy được sáu chữ ký, nộp trong ngày, xin dấu ngày nhận 30/9.
    -> im_lang
* [Nộp đơn ra Toà thay mặt cả xưởng, công đoàn là đại diện nên khỏi uỷ quyền # diem: 0]
    Tranh chấp tiền lương của từng người phải qua hoà giải viên trước, và công đoàn cần được uỷ quyền. Nếu coi là tranh chấp tập thể về quyền thì cũng bắt buộc hoà giải trước. # vi-pham: kien-truoc-hoa-giai # luat: vn.blld.2019.d188, vn.blld.2019.d191, vn.blttds.2015.d85
    Một tuần sau Toà trả lại đơn. Anh/chị quay về gửi yêu cầu đối thoại có bốn thành viên đại diện đồng ý.
    ~ qua_ngay(7)
    ~ doi_tin(-10)
    -> im_lang

=== im_lang
~ qua_ngay_lam_viec(5)
Hết ngày làm việc thứ năm kể từ khi nhận yêu cầu, công ty chỉ có một tin nhắn của phòng nhân sự: "Bên em đang xem xét, có gì báo anh chị sau."
* [Gửi văn bản nhắc, nêu hạn đã hết và Điều 21 về xử phạt, đồng gửi công đoàn cấp trên # diem: 2]
    Không đối thoại khi có yêu cầu là hành vi bị phạt theo Điều 21 Nghị định 283/2026/NĐ-CP. Văn bản nhắc vừa thúc công ty, vừa là chứng cứ về sau. # nhan-xet # luat: vn.nd145.2020.d40, vn.nd283.2026.d21
    Chiều hôm đó công ty có công văn hẹn họp sau hai ngày.
    ~ qua_ngay_lam_viec(2)
    ~ doi_tin(10)
    -> doi_thoai
* [Nhắn lại cảm ơn, chờ thêm vài hôm cho phòng nhân sự trình giám đốc # diem: 0]
    Tin nhắn "đang xem xét" không phải văn bản trả lời thống nhất thời gian, địa điểm. Hạn đã hết mà không nhắc thì công ty hiểu là chờ thêm cũng được. # nhan-xet # luat: vn.nd145.2020.d40
    ~ qua_ngay_lam_viec(3)
    ~ doi_tin(-10)
    -> doi_thoai
* [Gặp riêng giám đốc ở quán cà phê, xin ông ấy cho cái hẹn # diem: 1]
    Gặp riêng có thể mở được cửa, nhưng công ty có nghĩa vụ trả lời bằng văn bản, anh/chị không phải đi xin. Cuộc gặp kín còn dễ làm đoàn viên nghi ngờ. # nhan-xet # luat: vn.nd145.2020.d40
    ~ qua_ngay_lam_viec(3)
    -> doi_thoai

=== doi_thoai
Ngày đối thoại. Lương tháng 8 đã chậm {18 + ngay} ngày{18 + ngay > 30:, quá cả mốc 30 ngày của trường hợp bất khả kháng}.
Ông Quang: "Đây là bất khả kháng. Luật cho chậm. Bốn mươi lăm ngày nữa tôi trả, không có lãi lờ gì cả."
{ chung_cu:
    Trước mặt anh/chị là bảng kê 180 người.
- else:
    Trước mặt anh/chị chỉ có cuốn sổ tay; số tiền từng người thì chưa ai cộng.
}
* [Nhận mốc 45 ngày vì giám đốc đã hứa trước mặt mọi người, khỏi lập biên bản cho nhẹ # diem: 0]
    Dù bất khả kháng cũng không được chậm quá 30 ngày, và chậm từ 15 ngày trở lên đã phải đền bù. Công đoàn nhận thêm 45 ngày là đồng ý với điều luật không cho, lại không có giấy. # vi-pham: chap-nhan-cham-qua-han # luat: vn.blld.2019.d97
    ~ doi_tin(-20)
    -> cuu_van
* [Nói rõ trần 30 ngày, chậm từ 15 ngày phải đền bù; đề nghị ghi lịch trả vào biên bản # diem: 2]
    Đúng: bất khả kháng cũng chỉ đến 30 ngày, và chậm từ 15 ngày thì phải đền bù ít nhất bằng tiền lãi gửi kỳ hạn 01 tháng. Khách chậm thanh toán lại khó coi là bất khả kháng. # nhan-xet # luat: vn.blld.2019.d97
    { chung_cu:
        Kế toán dò bảng kê, gật đầu: "Số này khớp." Lịch trả được ghi theo từng người.
    - else:
        Kế toán hỏi: "Công đoàn lấy số ở đâu?" Không có bảng kê, hai bên chỉ ghi được tổng số và ngày trả.
    }
    ~ doi_tin(10)
    -> bien_ban
* [Đòi công ty trả gấp đôi số lương chậm, không chịu thì coi như hết nói chuyện # diem: 0]
    Luật không có mức gấp đôi; mức tối thiểu là tiền lãi theo Điều 97. Đòi quá thì công ty bỏ họp mà không thấy mình sai. # nhan-xet # luat: vn.blld.2019.d97
    Ông Quang đứng dậy: "Vậy thì thôi." Cuộc họp tan sau hai mươi phút.
    ~ doi_tin(-10)
    -> cuu_van

=== bien_ban
Biên bản in ra có lịch trả: 50% sau năm ngày, phần còn lại kèm tiền đền bù sau mười ngày. Dòng cuối ai đó thêm: "Công đoàn và người lao động cam kết không khiếu nại về việc chậm lương."
* [Ký luôn: có lịch trả là được rồi, còn câu cuối ai cũng biết chỉ là hình thức # diem: 0]
    Công đoàn chỉ đại diện cho từng người trong khiếu nại, tranh chấp cá nhân khi được uỷ quyền, nên không thể thay 180 người hứa bỏ quyền. Ký vào chỉ làm mọi người hoang mang. # vi-pham: hua-thay-khong-uy-quyen # luat: vn.blld.2019.d178
    ~ lo_cam_ket = true
    ~ lich_tra = true
    ~ doi_tin(-10)
    -> han_dau
* [Không ký, bỏ về, báo mọi người là công ty gài bẫy # diem: 1]
    Không ký câu ấy là đúng, nhưng bỏ cả biên bản thì mất luôn lịch trả vừa đạt được. Chỗ thống nhất phải được giữ lại và công bố nội dung chính trong 03 ngày làm việc. # nhan-xet # luat: vn.nd145.2020.d40
    -> han_dau
* [Đề nghị bỏ câu cuối; không bỏ thì ghi ý kiến khác cạnh chữ ký # diem: 2]
    Giữ phần đã đạt, tách phần không thuộc quyền của mình: quyền yêu cầu giải quyết tranh chấp là của từng người, công đoàn chỉ đại diện khi được uỷ quyền. # nhan-xet # luat: vn.blld.2019.d178, vn.blld.2019.d182
    Ông Quang nhìn đồng hồ rồi gạch câu ấy. Hai bên ký; hôm sau nội dung chính có trên bảng tin.
    ~ lich_tra = true
    ~ doi_tin(10)
    -> han_dau

=== cuu_van
Tan họp, không có tờ giấy nào được ký. Ban chấp hành năm người ngồi lại. Chị Thu, phó chủ tịch: "Về nói sao với chuyền đây?"
* [Gửi văn bản ghi lại lời giám đốc, kèm yêu cầu đối thoại tiếp để chốt lịch trả # diem: 2]
    Văn bản gửi ngay sau họp biến lời nói thành chứng cứ. Yêu cầu mới vẫn cần ít nhất 30% thành viên đại diện đồng ý; công ty phải trả lời bằng văn bản chậm nhất 05 ngày làm việc. # nhan-xet # luat: vn.nd145.2020.d40, vn.blld.2019.d63
    Bốn hôm sau công ty ký lịch trả hai đợt, đợt cuối ngày 30/10, nhưng né phần tiền đền bù.
    ~ lich_tra = true
    ~ doi_tin(10)
    -> han_dau
* [Đăng ảnh giám đốc cùng chuyện chậm lương lên mạng cho công ty xấu hổ mà trả # diem: 0]
    Đưa ảnh người ta lên mạng không buộc được công ty trả lương mà còn kéo công đoàn vào một vụ rắc rối khác. Quyền của công đoàn là đối thoại, giám sát, đại diện khi có uỷ quyền. # nhan-xet # luat: vn.blld.2019.d178
    ~ doi_tin(-10)
    -> han_dau
* [Thôi không làm gì thêm, chờ xem công ty có giữ lời không # diem: 0]
    Chờ mà không có giấy thì hết hạn cũng không có gì để chỉ ra. Thời hiệu yêu cầu hoà giải viên là 06 tháng kể từ ngày phát hiện vi phạm, và đang chạy. # nhan-xet # luat: vn.blld.2019.d190
    ~ doi_tin(-20)
    -> han_dau

=== han_dau
~ ngay = 32
{ lich_tra:
    ~ da_tra = 40
    Thứ Sáu 30/10. Cả hai đợt đã đến hạn, công ty mới trả được 40%, rồi nói hết tiền.
- else:
    ~ da_tra = 20
    Thứ Sáu 30/10. Công ty trả nhỏ giọt được 20%, không nói bao giờ trả tiếp.
}
Lương tháng 9 trả đúng ngày, nhưng nợ tháng 8 đã {18 + ngay} ngày. Anh Tài và mười hai thợ may giỏi cầm đơn nghỉ việc: "Tụi tôi nghỉ ngay được không, hay phải báo trước?"
* [Giải thích quyền nghỉ không báo trước, điều được mất, để họ tự quyết # diem: 2]
    Không được trả đủ, đúng hạn thì được nghỉ không cần báo trước, trừ trường hợp bất khả kháng; khi nghỉ, hai bên thanh toán trong 14 ngày làm việc. Nhưng mất việc là thật, nên đó là quyết định của từng người. # nhan-xet # luat: vn.blld.2019.d35, vn.blld.2019.d97, vn.blld.2019.d48
    Anh Tài suy nghĩ rồi cất đơn: "Vậy để tôi theo chủ tịch thêm chặng nữa."
    ~ doi_tin(10)
    -> chon_duong
* [Bảo ai nghỉ lúc này là bỏ anh em, công đoàn sẽ không bảo vệ nữa # diem: 0]
    Không được trả đủ, đúng hạn lương thì người lao động có quyền nghỉ mà không cần báo trước. Doạ bỏ rơi họ là phủ nhận quyền luật cho và làm vỡ tổ chức. # nhan-xet # luat: vn.blld.2019.d35
    ~ doi_tin(-20)
    -> chon_duong
* [Vận động cả xưởng cùng nộp đơn nghỉ một ngày để công ty sợ mất người mà trả # diem: 0]
    Quyền nghỉ việc là của từng người; biến nó thành đòn tập thể thì 180 người cùng có thể mất việc, còn nợ lương chưa chắc được trả. Công đoàn giải thích quyền, không quyết định thay. # nhan-xet # luat: vn.blld.2019.d35
    ~ doi_tin(-10)
    -> chon_duong

=== chon_duong
{ tin_cay < 40:
    Ban chấp hành họp, chỉ có ba người đến. Ngoài cửa có tiếng: "Công đoàn thì làm được gì."
- else:
    Ban chấp hành họp mở rộng, tổ trưởng công đoàn các chuyền đều có mặt.
}
Công ty không trả thêm. Đi đường nào?
* [Lấy ý kiến đình công ngay tuần này vì công ty đã phá cam kết trước mặt mọi người # diem: 0]
    Anh/chị báo công ty, hôm sau lấy ý kiến, 80% đồng ý; gửi quyết định, chờ đủ 05 ngày làm việc rồi cho dừng máy.
    ~ bao_lay_y_kien()
    ~ qua_ngay_lam_viec(1)
    ~ lay_y_kien_dinh_cong(80)
    ~ gui_quyet_dinh_dinh_cong()
    ~ qua_ngay_lam_viec(5)
    ~ temp dung_luat = bat_dau_dinh_cong()
    Giấy tờ đủ mà vẫn trái luật: nợ lương là tranh chấp về quyền, không mở ra quyền đình công dù cả xưởng đồng ý. # nhan-xet # luat: vn.blld.2019.d199, vn.blld.2019.d204
    ~ doi_tin(-20)
    ~ ket_cuc = 4
    -> tong_ket
* {chung_cu} [Hướng dẫn từng người nộp đơn hoà giải kèm bảng kê, đồng thời kiến nghị xử phạt # diem: 2]
    Đúng trình tự: hoà giải viên trước, trong thời hiệu 06 tháng. Kiến nghị xử phạt chạy song song: trả lương chậm bị phạt và buộc trả đủ kèm lãi. # nhan-xet # luat: vn.blld.2019.d188, vn.blld.2019.d190, vn.nd283.2026.d23
    ~ doi_tin(10)
    -> hoa_giai
* {chung_cu} [Chỉ kiến nghị xử phạt; có quyết định phạt thì công ty tự khắc trả # diem: 1]
    Kiến nghị là đúng, vì phạt còn kèm buộc trả đủ. Nhưng nó không thay đơn của từng người: thời hiệu hoà giải 06 tháng vẫn chạy trong lúc chờ. # nhan-xet # luat: vn.nd283.2026.d23, vn.blld.2019.d190
    Một tuần chưa có tin, mọi người sốt ruột; anh/chị quay sang hướng dẫn nộp đơn hoà giải.
    ~ qua_ngay_lam_viec(5)
    ~ doi_tin(-10)
    -> hoa_giai
* {not chung_cu} [Dành ba ngày gom phiếu lương, hợp đồng, sao kê từng người, rồi nộp đơn hoà giải # diem: 2]
    Muộn còn hơn không. Các bên có nghĩa vụ cung cấp chứng cứ; ba ngày này sẽ đỡ cho anh/chị ba tháng. Thời hiệu yêu cầu hoà giải viên 06 tháng vẫn còn. # nhan-xet # luat: vn.blld.2019.d182, vn.blld.2019.d188, vn.blld.2019.d190
    ~ chung_cu = true
    ~ qua_ngay_lam_viec(3)
    ~ doi_tin(10)
    -> hoa_giai
* {not chung_cu} [Nộp một đơn chung xin hoà giải cho kịp, số liệu bổ sung sau # diem: 1]
    Đúng nơi, nhưng tay không. Hoà giải viên phải kết thúc trong 05 ngày làm việc, không đủ để đi gom số của 180 người; mà cung cấp chứng cứ là nghĩa vụ của mình. # nhan-xet # luat: vn.blld.2019.d182, vn.blld.2019.d188
    -> hoa_giai

=== hoa_giai
~ gui_yeu_cau_hoa_giai()
~ qua_ngay_lam_viec(10)
Cơ quan đầu mối chuyển đơn, hoà giải viên mời hai bên. Nợ đã {18 + ngay} ngày.
{ lo_cam_ket:
    Ông Quang chìa biên bản cũ: "Công đoàn ký không khiếu nại rồi." Hoà giải viên lắc đầu: câu đó không lấy được quyền của từng người.
}
{ chung_cu and lich_tra:
    -> hoa_giai_duoc
- else:
    -> hoa_giai_hong
}

=== hoa_giai_duoc
Hoà giải viên đặt lịch trả và bảng kê cạnh nhau. Ông Quang thở dài: "Tôi trả 60% còn lại trong tuần sau. Nhưng bỏ cho tôi khoản đền bù."
* [Đồng ý bỏ khoản đền bù thay cho mọi người, miễn là công ty chuyển tiền gốc trong tuần # diem: 0]
    Chậm từ 15 ngày thì phải đền bù ít nhất bằng tiền lãi. Khoản ấy nhỏ nhưng là của từng người; công đoàn không thể tự bỏ khi chưa ai uỷ quyền. # vi-pham: bo-den-bu-khong-uy-quyen # luat: vn.blld.2019.d97, vn.blld.2019.d178
    ~ da_tra = 100
    ~ doi_tin(-10)
    ~ ket_cuc = 2
    -> tong_ket
* [Chốt biên bản hoà giải thành: số tiền từng người, khoản đền bù, ngày trả # diem: 2]
    Thoả thuận ghi thành biên bản thì các bên có nghĩa vụ chấp hành. Khoản đền bù ở lại vì luật đặt mức tối thiểu khi chậm từ 15 ngày. # nhan-xet # luat: vn.blld.2019.d97, vn.blld.2019.d182, vn.blld.2019.d188
    ~ da_tra = 100
    ~ doi_tin(20)
    ~ ket_cuc = 1
    -> tong_ket
* [Từ chối hoà giải để kiện cho ra lẽ, dù công ty đã nhận trả gốc # diem: 1]
    Không thành thì được chọn Toà án, nên không trái luật. Nhưng bỏ một thoả thuận gần xong thì người cần tiền phải chờ thêm nhiều tháng. # nhan-xet # luat: vn.blld.2019.d188
    ~ doi_tin(-10)
    -> sau_hoa_giai

=== hoa_giai_hong
~ hoa_giai_khong_thanh()
{ not chung_cu:
    Kế toán đưa ra một bảng số khác hẳn. Anh/chị không có bảng nào để đối chiếu.
- else:
    Ông Quang: "Tôi chưa hứa ngày nào cả, đưa giấy ra xem." Không có lịch trả bằng văn bản.
}
Biên bản hoà giải không thành. -> sau_hoa_giai

=== sau_hoa_giai
Ra khỏi phòng, chị Hạnh hỏi: "Giờ mình đi đâu nữa?"
* [Yêu cầu Hội đồng trọng tài ngay, dù công ty nói không đồng ý # diem: 0]
    Trọng tài lao động chỉ giải quyết khi hai bên đồng thuận. Công ty không đồng ý thì đơn đứng lại đó, và thời hiệu vẫn chạy. # vi-pham: trong-tai-khong-dong-thuan # luat: vn.blld.2019.d188, vn.blld.2019.d189, vn.blld.2019.d190
    ~ doi_tin(-10)
    ~ ket_cuc = 5
    -> tong_ket
* [Ra Toà: lập giấy uỷ quyền, chọn Toà nơi người lao động cư trú, làm việc # diem: 2]
    Nhiều người cùng yêu cầu với một công ty có thể cùng uỷ quyền cho một đại diện của công đoàn, và được chọn Toà nơi mình cư trú, làm việc. Thời hiệu 01 năm. # nhan-xet # luat: vn.blttds.2015.d85, vn.blttds.2015.d40, vn.blld.2019.d190
    { tin_cay < 30:
        Ba ngày đi từng chuyền, chỉ chín người chịu ký uỷ quyền. Số còn lại đã tự xin nghỉ hoặc không tin nữa.
        ~ ket_cuc = 5
    - else:
        Một trăm hai mươi người ký uỷ quyền. Nghe tin, công ty trả thêm một đợt.
        ~ da_tra = 60
        ~ ket_cuc = 3
    }
    -> tong_ket
* [Chờ thêm một kỳ lương nữa, biết đâu công ty có đơn hàng mới thì tự trả nốt # diem: 0]
    Đã qua hoà giải mà dừng lại thì mọi bước trước thành công cốc. Thời hiệu ra Toà là 01 năm kể từ ngày phát hiện vi phạm, nhưng lòng người không chờ được lâu như vậy. # nhan-xet # luat: vn.blld.2019.d190
    ~ doi_tin(-20)
    ~ ket_cuc = 5
    -> tong_ket

=== tong_ket
Nhìn lại từ ngày 28/9 đến nay là {ngay} ngày.
{ chung_cu:
    Bảng kê từng người là thứ nặng nhất anh/chị có: số tiền, hạn, số ngày chậm. # kinh-nghiem
- else:
    Cán bộ có kinh nghiệm gom bảng kê từng người ngay buổi sáng đầu tiên, trước cả khi gặp giám đốc. # kinh-nghiem
}
{ lich_tra:
    Lịch trả bằng văn bản là chỗ buộc công ty: đến hạn không trả là thấy ngay. # kinh-nghiem
- else:
    Không có giấy sau đối thoại thì coi như chưa đối thoại; hãy gửi văn bản ghi lại ngay trong ngày. # kinh-nghiem
}
{ loi_phap_ly > 0:
    Nợ lương nóng ruột thế nào cũng không đi bằng đường đình công: đây là tranh chấp về quyền. # kinh-nghiem # luat: vn.blld.2019.d199
}
{ lo_cam_ket:
    Đừng ký câu nào hứa thay người lao động bỏ quyền của họ. # kinh-nghiem
}
Đường đi của một vụ nợ lương: bảng kê, đối thoại theo yêu cầu, lịch trả; rồi hoà giải viên, rồi trọng tài khi hai bên đồng thuận hoặc Toà án; kiến nghị xử phạt chạy song song. # kinh-nghiem # luat: vn.nd145.2020.d40, vn.blld.2019.d188
{
- ket_cuc == 1:
    -> ket_tra_du
- ket_cuc == 2:
    -> ket_tra_goc
- ket_cuc == 3:
    -> ket_ra_toa
- ket_cuc == 4:
    -> ket_ngung_viec
- else:
    -> ket_bo_di
}

=== ket_tra_du
Công ty trả đủ lương tháng 8 kèm khoản đền bù, có chữ ký từng người. {tin_cay >= 80:Tháng đó công đoàn có thêm mười bảy đoàn viên.|Vài người vẫn bảo: giá mà công đoàn làm sớm hơn.} # ket-thuc: tra-du-kem-den-bu
-> END

=== ket_tra_goc
Tiền gốc về đủ, khoản đền bù thì không. Chị Hạnh: "Ít thì ít, nhưng ai cho chủ tịch bỏ giùm tụi em?" # ket-thuc: tra-goc-khong-den-bu
-> END

=== ket_ra_toa
Hồ sơ đã ở Toà, công ty trả thêm được một phần và đang xin thương lượng. Đường dài, nhưng đúng đường. # ket-thuc: dang-o-toa
-> END

=== ket_ngung_viec
Công ty đề nghị Toà xét tính hợp pháp của cuộc đình công. Nợ lương chưa đòi được mà công đoàn có thể phải bồi thường thiệt hại. # ket-thuc: dinh-cong-trai-luat # luat: vn.blld.2019.d217
-> END

=== ket_bo_di
Đến cuối tháng, bốn mươi người đã nghỉ, tự đi đòi phần lương của mình. Phòng công đoàn vắng hẳn. # ket-thuc: cong-nhan-bo-di
-> END
