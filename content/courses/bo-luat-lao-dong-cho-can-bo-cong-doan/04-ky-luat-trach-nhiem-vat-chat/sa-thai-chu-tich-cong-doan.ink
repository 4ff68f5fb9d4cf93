INCLUDE phap-luat.ink

// Ngày 0 là thứ Hai 05/10/2026: họp kỷ luật và quyết định sa thải trong cùng ngày.
VAR tin_cay = 50
VAR ho_so = 0
VAR da_ky_nghi = false      // chị Lan đã ký giấy thoả thuận nghỉ việc
VAR ky_lui = false          // công đoàn cấp trên đã ký thoả thuận lùi ngày
VAR qua_thoi_hieu = false   // đã để hết thời hiệu yêu cầu Toà án
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
Thứ Hai 05/10/2026, 14 giờ. Chị Lan, chủ tịch công đoàn cơ sở công ty 250 lao động, gọi cho anh/chị. Nhiệm kỳ của chị còn 20 tháng. Tuần trước chị gửi công ty yêu cầu thương lượng.
Chị Lan: "Sáng nay họ gọi em họp kỷ luật, bảo em đăng thông tin nội bộ lên mạng. Ông phó giám đốc còn nói: thương lượng gì nữa. Họp xong đưa luôn quyết định sa thải."
Anh/chị hỏi gì trước?
* [Chị có đăng bài không, bài nói gì, chị có cách nào chứng minh mình không sai? # diem: 1]
    Cần biết, nhưng chưa phải điều đầu tiên. Người phải chứng minh lỗi là công ty, không phải chị Lan; và với cán bộ công đoàn còn một lớp thủ tục phải soi trước. # nhan-xet # luat: vn.blld.2019.d122, vn.blld.2019.d177
    -> to_giay
* [Công ty có chịu trả trợ cấp không? Nếu có thì nhận rồi nghỉ cho đỡ căng thẳng # diem: 0]
    Đó là buông cán bộ của mình ngay phút đầu. Cán bộ công đoàn bị sa thải trái luật thì Công đoàn phải yêu cầu can thiệp hoặc đại diện khởi kiện, trừ khi người đó từ chối. # nhan-xet # luat: vn.lcd.2024.d28
    Đầu dây im một lúc lâu.
    ~ doi_tin(-20)
    -> to_giay
* [Công ty có thoả thuận bằng văn bản với công đoàn chưa, giấy mời họp đến lúc nào? # diem: 2]
    Hai câu hỏi trúng chỗ: phải thoả thuận bằng văn bản với ban chấp hành và công đoàn cấp trên trực tiếp; thông báo họp phải đến trước ít nhất 05 ngày làm việc. # nhan-xet # luat: vn.blld.2019.d177, vn.lcd.2024.d28, vn.nd145.2020.d70
    Chị Lan: "Không ai hỏi công đoàn gì cả. Giấy mời họ đưa em lúc 8 giờ, họp lúc 9 giờ."
    ~ ho_so = ho_so + 1
    ~ doi_tin(10)
    -> to_giay

=== to_giay
Mười lăm giờ, chị Lan gọi lại: "Nhân sự đưa em tờ giấy thoả thuận chấm dứt hợp đồng, ký thì nhận ba tháng lương trước 16 giờ. Nhà em đang nợ tiền học cho cháu."
* [Ký cũng được, nhưng ghi chữ "không đồng ý" thật to cạnh chữ ký để sau này còn kiện # diem: 1]
    Câu ghi thêm giúp chị nói được rằng mình không đồng ý. Nhưng chữ ký đã nằm trên giấy thoả thuận, và công ty sẽ viện nó làm một lý do chấm dứt hợp đồng khác. Không ký mới chắc. # nhan-xet # luat: vn.blld.2019.d34
    Chị Lan ký, ghi thêm một câu. Phòng nhân sự giữ bản chính.
    ~ da_ky_nghi = true
    -> hanh_vi
* [Đừng ký; xin bản sao quyết định, biên bản họp, ghi rõ giờ nhận giấy mời # diem: 2]
    Ký thì công ty có thêm một lý do chấm dứt khác: hai bên thoả thuận. Cần giữ là quyết định và biên bản: quyết định phải được gửi cho các thành phần phải dự họp. # nhan-xet # luat: vn.blld.2019.d34, vn.nd145.2020.d70
    Chị Lan chụp được cả ba tờ, có ngày giờ.
    ~ ho_so = ho_so + 1
    ~ doi_tin(10)
    -> hanh_vi
* [Cứ ký nhận tiền lo cho cháu đã, kiện tụng tính sau # diem: 0]
    Thương hoàn cảnh là đúng, nhưng với chữ ký ấy công ty sẽ nói đây là thoả thuận chấm dứt hợp đồng, và rất khó đòi lại việc làm. Hỗ trợ khẩn cấp thì công đoàn còn cách khác. # nhan-xet # luat: vn.blld.2019.d34
    Chị Lan ký lúc 15 giờ 50. Tối đó trong xưởng có lời đồn: chủ tịch nhận tiền rồi đi.
    ~ da_ky_nghi = true
    ~ doi_tin(-20)
    -> hanh_vi

=== hanh_vi
~ qua_ngay_lam_viec(1)
Thứ Ba 06/10. Anh/chị mở hồ sơ. Nội quy đã đăng ký; mục sa thải có dòng "tiết lộ bí mật kinh doanh". Bài chị Lan đăng là ảnh bảng tin công đoàn: thông báo đã gửi yêu cầu thương lượng về bữa ăn ca.
Anh/chị làm gì với lý do kỷ luật này?
* [Yêu cầu công ty chỉ ra bí mật nào, điều nào của nội quy, chứng cứ lỗi ở đâu # diem: 2]
    Sa thải chỉ trong các trường hợp của Điều 125; tiết lộ bí mật phải được quy định trong nội quy và công ty phải chứng minh lỗi. Thông báo về thương lượng đâu phải bí mật kinh doanh. # nhan-xet # luat: vn.blld.2019.d125, vn.blld.2019.d122, vn.blld.2019.d127
    Văn bản hỏi được đóng dấu đến; công ty không trả lời được câu nào.
    ~ ho_so = ho_so + 1
    -> ban_hop
* [Khuyên chị Lan gỡ bài, viết bản nhận lỗi để công ty nguôi giận # diem: 0]
    Bản nhận lỗi là tự tay trao cho công ty thứ họ đang thiếu: chứng cứ về lỗi. Nghĩa vụ chứng minh thuộc về người sử dụng lao động. # nhan-xet # luat: vn.blld.2019.d122
    ~ doi_tin(-10)
    -> ban_hop
* [Gửi văn bản nói công ty phân biệt đối xử với cán bộ công đoàn, khỏi bàn bài đăng # diem: 1]
    Luật cấm phân biệt đối xử vì hoạt động đại diện, nêu ra là đúng. Nhưng cán bộ công đoàn không được miễn kỷ luật: phải đòi công ty chỉ ra bí mật nào, lỗi ở đâu thì lời ấy mới đứng được. # nhan-xet # luat: vn.blld.2019.d175, vn.blld.2019.d122
    -> ban_hop

=== ban_hop
~ qua_ngay_lam_viec(2)
Thứ Năm 08/10. Anh/chị đến làm việc. Ông Hùng, phó giám đốc, rót nước, đẩy sang một tờ giấy đã soạn sẵn: "Thoả thuận của công đoàn cấp trên về việc sa thải bà Lan, ngày 02/10/2026."
Ông Hùng: "Anh chị ký giúp cho đủ thủ tục. Công ty sẽ ủng hộ quỹ công đoàn năm nay."
* [Nói mình chưa đủ thẩm quyền, cầm tờ giấy về xin ý kiến rồi không trả lời gì nữa # diem: 1]
    Không ký là đúng, nhưng im lặng để công ty kể chuyện theo ý họ: "đã trao đổi với công đoàn cấp trên". Chưa có thoả thuận thì nên nói rõ điều đó bằng văn bản. # nhan-xet # luat: vn.blld.2019.d177
    -> ba_muoi_ngay
* [Ký lùi ngày để đổi lấy quỹ, vì dù sao quyết định cũng đã ra rồi # diem: 0]
    Sai thứ tự: thoả thuận bằng văn bản phải có trước khi quyết định sa thải, không hợp thức hoá về sau được. # vi-pham: ky-lui-ngay # luat: vn.lcd.2024.d28, vn.blld.2019.d177
    Ký lùi ngày là che vi phạm của công ty và bỏ rơi cán bộ; dùng tiền can thiệp vào công đoàn là điều luật cấm. # nhan-xet # luat: vn.blld.2019.d175, vn.lcd.2024.d10
    ~ ky_lui = true
    ~ doi_tin(-30)
    -> ba_muoi_ngay
* [Từ chối; gửi văn bản nêu chưa hề có thoả thuận, đề nghị huỷ quyết định # diem: 2]
    Phải thoả thuận bằng văn bản với ban chấp hành công đoàn cơ sở và công đoàn cấp trên trực tiếp, trước khi sa thải. Văn bản của anh/chị là bằng chứng bước ấy không có. # nhan-xet # luat: vn.blld.2019.d177, vn.lcd.2024.d28
    ~ ho_so = ho_so + 1
    ~ doi_tin(10)
    -> ba_muoi_ngay

=== ba_muoi_ngay
~ qua_ngay_lam_viec(1)
Thứ Sáu 09/10. Công ty gửi văn bản báo Sở Nội vụ là không thoả thuận được với {ky_lui:ban chấp hành công đoàn cơ sở|công đoàn}, rồi gọi anh/chị: "Báo rồi nhé. Vậy quyết định ngày 05/10 có hiệu lực được rồi chứ?"
* [Không; sau 30 ngày mới được quyết định, mà quyết định cũ đã ra trước # diem: 2]
    Báo ngày 09/10 thì 30 ngày là đến hết 08/11 (cách đếm của khoá học: không tính ngày báo). Quyết định ký ngày 05/10 đi trước cả bước thoả thuận lẫn bước báo, nên lá thư này không cứu được. Làm lại thì họ phải đi từ đầu, và vẫn phải chứng minh lỗi. # nhan-xet # luat: vn.blld.2019.d177, vn.lcd.2024.d28, vn.blld.2019.d122
    ~ doi_tin(10)
    -> xuong_nong
* [Được, vì đã báo cơ quan nhà nước thì công ty toàn quyền quyết định # diem: 0]
    Sai thời hạn: báo cơ quan lao động cấp tỉnh rồi, chỉ sau 30 ngày công ty mới được quyết định. # vi-pham: chua-du-30-ngay # luat: vn.blld.2019.d177, vn.lcd.2024.d28
    Báo xong chưa phải là được, mà quyết định này còn ra trước cả khi báo. # nhan-xet # luat: vn.blld.2019.d177
    ~ doi_tin(-10)
    -> xuong_nong
* [Chưa; công ty phải chờ Toà án đồng ý bằng văn bản thì mới được sa thải # diem: 0]
    Luật không đòi Toà duyệt trước. Nói sai một câu, công ty sẽ nghi ngờ cả mười câu đúng. Mốc phải chờ là 30 ngày kể từ khi báo. # nhan-xet # luat: vn.blld.2019.d177
    -> xuong_nong

=== xuong_nong
~ qua_ngay_lam_viec(1)
Thứ Hai 12/10. Trước giờ vào ca, bốn chục công nhân tụ ở cổng. Anh Phú, tổ trưởng tổ dập: "Đuổi chủ tịch vì đòi bữa ăn cho tụi tôi. Anh chị nói một tiếng là tụi tôi dừng máy."
* [Đồng ý cho dừng máy một buổi, vì đây là trù dập cán bộ công đoàn # diem: 0]
    Chín giờ, hai tổ đứng máy.
    ~ temp hop_phap = bat_dau_dinh_cong()
    Phân biệt đối xử vì hoạt động công đoàn là tranh chấp tập thể về quyền, không đình công được. Bốn mươi người vừa bị đặt vào thế sai thay cho công ty. # nhan-xet # luat: vn.blld.2019.d179, vn.blld.2019.d199, vn.blld.2019.d204
    ~ doi_tin(-20)
    -> chon_duong
* [Giải thích vì sao không dừng máy, mời mọi người viết lời chứng # diem: 2]
    Giữ mọi người ở vị trí đúng luật, biến bức xúc thành chứng cứ: ai thấy giấy mời lúc mấy giờ, ai nghe câu "thương lượng gì nữa". Kỷ luật, phân biệt đối xử vì hoạt động công đoàn là điều luật cấm. # nhan-xet # luat: vn.blld.2019.d175, vn.blld.2019.d182
    Sáu người viết lời chứng. Phó chủ tịch tạm điều hành công việc của công đoàn cơ sở.
    ~ ho_so = ho_so + 1
    ~ doi_tin(10)
    -> chon_duong
* [Nói đây là việc riêng của chị Lan với công ty, ai về chuyền nấy # diem: 0]
    Sa thải người đứng đầu vì hoạt động đại diện là hành vi bị cấm và đánh vào cả tổ chức, không phải việc riêng. Nói vậy là bảo mọi người đừng ai dám làm cán bộ nữa. # nhan-xet # luat: vn.blld.2019.d175
    ~ doi_tin(-20)
    -> chon_duong

=== chon_duong
~ qua_ngay(7)
Một tuần sau công ty vẫn giữ quyết định. Chị Lan ở nhà, chưa nói rõ có muốn công đoàn đi kiện hay không. {da_ky_nghi:Tờ giấy thoả thuận có chữ ký chị thì nằm trong tủ phòng nhân sự.}
* [Kiến nghị Sở Nội vụ; hỏi chị Lan bằng văn bản, chị không từ chối thì khởi kiện # diem: 2]
    Công đoàn yêu cầu cơ quan nhà nước can thiệp hoặc đại diện theo pháp luật khởi kiện, trừ khi cán bộ từ chối. Không bắt buộc hoà giải; thời hiệu 01 năm. Sa thải cán bộ mà không thoả thuận còn bị phạt, buộc nhận lại. # nhan-xet # luat: vn.lcd.2024.d28, vn.blld.2019.d188, vn.blld.2019.d190, vn.nd283.2026.d39
    ~ doi_tin(10)
    -> de_nghi
* [Nộp đơn hoà giải viên trước cho êm, hoà giải không thành mới tính chuyện kiện # diem: 1]
    Hoà giải thì được, nhưng không bắt buộc: kỷ luật sa thải thuộc nhóm được đi thẳng ra Toà. Mất thêm thời gian trong khi chị Lan không có lương, mà cũng chưa ai hỏi ý chị. # nhan-xet # luat: vn.blld.2019.d188
    Hoà giải không thành. Anh/chị hỏi lại chị Lan, chị không từ chối, rồi làm đơn khởi kiện.
    ~ qua_ngay(14)
    -> de_nghi
* [Chờ hết nhiệm kỳ 20 tháng, khi ấy công ty không còn cớ nói chị lợi dụng chức vụ # diem: 0]
    Sai thời hạn: thời hiệu yêu cầu Toà án là 01 năm kể từ ngày phát hiện vi phạm. # vi-pham: qua-thoi-hieu # luat: vn.blld.2019.d190
    Chờ 20 tháng là quá thời hiệu, mà chị Lan thì không có việc suốt thời gian ấy. # nhan-xet # luat: vn.blld.2019.d190
    ~ qua_thoi_hieu = true
    ~ qua_ngay(600)
    ~ doi_tin(-30)
    ~ ket_cuc = 4
    -> tong_ket

=== de_nghi
~ qua_ngay(30)
Toà nhận đơn. Công ty đổi giọng. Ông Hùng: "Cho chị Lan về, nhưng về kho, lương bằng 85%. Được thì rút đơn."
{ tin_cay >= 60:
    Chị Lan nhìn nhóm đồng nghiệp đứng ngoài hành lang: "Em muốn về đúng chỗ của em."
- else:
    Chị Lan mệt mỏi: "Chẳng ai hỏi han em cả. Hay em nhận cho xong?"
}
* [Khuyên nhận: về được là tốt rồi, lương thấp hơn thì thương lượng sau # diem: 0]
    Sa thải trái luật thì công ty phải nhận chị trở lại và trả đủ, không phải nhận về kho với 85% lương. Chuyển cán bộ công đoàn sang việc khác mà không có thoả thuận bằng văn bản của công đoàn lại là một vi phạm nữa. # nhan-xet # luat: vn.blld.2019.d41, vn.blld.2019.d177
    ~ doi_tin(-10)
    ~ ket_cuc = 3
    -> tong_ket
* [Từ chối ngay thay chị Lan, đã kiện thì phải kiện đến cùng # diem: 1]
    Từ chối phương án trái luật thì đúng, nhưng quyết định thay chị thì không: chị có quyền từ chối để công đoàn khởi kiện, và trở lại làm việc hay không là chị chọn. # nhan-xet # luat: vn.lcd.2024.d28, vn.blld.2019.d41
    -> ra_toa
* [Nói rõ cái được, mất của từng phương án theo Điều 41 để chị chọn # diem: 2]
    Lương, bảo hiểm những ngày không được làm việc và ít nhất 02 tháng lương thì về hay không cũng có. Không về thì thêm trợ cấp thôi việc; công ty không muốn nhận mà chị đồng ý thì thoả thuận thêm ít nhất 02 tháng lương. Chị biết đủ rồi mới chọn. # nhan-xet # luat: vn.blld.2019.d41
    { tin_cay >= 60:
        Chị Lan: "Vậy em không nhận kho. Em về chuyền cũ."
        -> ra_toa
    - else:
        Chị Lan: "Em không còn sức nữa. Em lấy tiền bồi thường rồi tìm chỗ khác."
        ~ ket_cuc = 2
        -> tong_ket
    }

=== ra_toa
~ qua_ngay(140)
Gần năm tháng sau, phiên toà. Hội đồng hỏi từng bên về chứng cứ. Hồ sơ của anh/chị có {ho_so} mục.
{ ky_lui:
    -> thua
}
{ da_ky_nghi and ho_so < 3:
    -> thua
}
{ ho_so < 2:
    -> thua
}
{ da_ky_nghi:
    Công ty đưa tờ giấy thoả thuận chị Lan đã ký. Nhờ giấy tờ giữ từ đầu, anh/chị chỉ ra được rằng quyết định sa thải có trước tờ giấy ấy.
}
Tranh luận xong, rõ là sa thải trái pháp luật. Toà hỏi phần yêu cầu. Chị Lan muốn về; anh/chị đề nghị Toà tuyên những gì? Lương chị là 10 triệu đồng, thời gian không được làm việc tính tròn sáu tháng.
* [Trợ cấp thôi việc mỗi năm nửa tháng lương, cùng tiền những ngày phép còn lại # diem: 0]
    Trợ cấp thôi việc là khoản của người ra đi. Chị Lan được nhận lại làm việc và được trả lương cho những ngày không được làm việc, cộng thêm ít nhất 02 tháng lương. # nhan-xet # luat: vn.blld.2019.d41, vn.nd145.2020.d73
    ~ ket_cuc = 3
    -> tong_ket
* [Nhận lại việc cũ, lương và bảo hiểm sáu tháng, thêm ít nhất hai tháng lương # diem: 2]
    Sa thải trái luật thì làm nghĩa vụ như Điều 41: 6 × 10 + 2 × 10 = 80 triệu đồng, chưa kể đóng bảo hiểm cho sáu tháng. Phân biệt đối xử vì hoạt động công đoàn còn bị phạt riêng. # nhan-xet # luat: vn.nd145.2020.d73, vn.blld.2019.d41, vn.nd283.2026.d40
    ~ doi_tin(20)
    ~ ket_cuc = 1
    -> tong_ket
* [Nhận lại việc cũ, còn tiền thì xin công ty hỗ trợ một phần để giữ hoà khí # diem: 1]
    Nhận lại mới là một nửa. Lương, bảo hiểm của những ngày không được làm việc và ít nhất 02 tháng lương là nghĩa vụ của công ty, không phải khoản xin. # nhan-xet # luat: vn.blld.2019.d41
    ~ ket_cuc = 3
    -> tong_ket

=== thua
{ ky_lui:
    Luật sư công ty đưa ra tờ thoả thuận ngày 02/10 có chữ ký của công đoàn cấp trên. Anh/chị không nói được gì.
- else:
    Luật sư công ty: "Công đoàn nói sai thủ tục, vậy giấy tờ đâu?" Hồ sơ quá mỏng, nhiều điều chỉ còn là lời kể. {da_ky_nghi:Còn tờ giấy thoả thuận thì có chữ ký thật.}
}
Giờ nghỉ, chị Lan hỏi: "Mình còn làm được gì nữa không?"
* [Rút đơn luôn cho đỡ mất thời gian, chị tìm việc khác # diem: 0]
    Rút đơn lúc này là bỏ cả phần công ty phải chứng minh: lỗi, căn cứ sa thải, thông báo họp trước 05 ngày làm việc. Đó là nghĩa vụ của họ. # nhan-xet # luat: vn.blld.2019.d122, vn.nd145.2020.d70
    ~ doi_tin(-20)
    ~ ket_cuc = 4
    -> tong_ket
* [Nhờ người quen nói khéo với công ty cho chị một khoản gọi là tình nghĩa lúc ra đi # diem: 0]
    Khoản tình nghĩa không có căn cứ nào và khép luôn vụ việc. Nếu chị Lan muốn nhận tiền thay vì về, phải là thoả thuận bồi thường theo Điều 41. # nhan-xet # luat: vn.blld.2019.d41
    ~ doi_tin(-10)
    ~ ket_cuc = 4
    -> tong_ket
* [Đề nghị Toà yêu cầu công ty nộp giấy mời, biên bản, chứng cứ lỗi; đề xuất hoà giải # diem: 2]
    Công ty phải chứng minh lỗi và trình tự. Giấy mời đưa lúc 8 giờ cho cuộc họp 9 giờ là chỗ yếu của họ; thoả thuận với ban chấp hành công đoàn cơ sở thì vẫn không có. # nhan-xet # luat: vn.blld.2019.d122, vn.nd145.2020.d70, vn.blld.2019.d177
    Công ty chịu trả một khoản bồi thường để chấm dứt vụ kiện. Chị Lan nhận, nhưng không về nữa.
    ~ ket_cuc = 2
    -> tong_ket

=== tong_ket
{ ho_so >= 4:
    Hồ sơ của anh/chị dày ngay từ tuần đầu. Giấy mời ghi giờ, quyết định, văn bản nói rõ chưa có thoả thuận, lời chứng là những thứ có sức nặng ở Toà. # kinh-nghiem
- else:
    Cán bộ có kinh nghiệm gom ngay trong tuần đầu: giấy mời có giờ nhận, biên bản, quyết định, văn bản nói rõ chưa có thoả thuận, lời chứng. # kinh-nghiem
}
{ da_ky_nghi:
    Câu đầu tiên cần dặn người bị ép là: chưa ký gì hết. # kinh-nghiem # luat: vn.blld.2019.d34
}
{ ky_lui:
    Một chữ ký lùi ngày của công đoàn cấp trên đủ làm mất cả vụ việc. # kinh-nghiem # luat: vn.lcd.2024.d28
}
{ qua_thoi_hieu:
    Bị sa thải thì ghi ngay ngày cuối của thời hiệu 01 năm lên lịch. # kinh-nghiem # luat: vn.blld.2019.d190
}
{ loi_phap_ly > 0:
    Trù dập cán bộ công đoàn là tranh chấp về quyền: kiến nghị, khởi kiện, không dừng máy. # kinh-nghiem # luat: vn.blld.2019.d179
}
Trình tự với cán bộ công đoàn: thoả thuận bằng văn bản với ban chấp hành và công đoàn cấp trên trực tiếp; không được thì báo cơ quan lao động cấp tỉnh; sau 30 ngày mới được quyết định. Sa thải thì còn phải báo họp trước 05 ngày làm việc và chứng minh lỗi. # kinh-nghiem # luat: vn.blld.2019.d177, vn.lcd.2024.d28, vn.nd145.2020.d70, vn.blld.2019.d122
{
- ket_cuc == 1:
    -> ket_tro_lai
- ket_cuc == 2:
    -> ket_boi_thuong
- ket_cuc == 3:
    -> ket_nua_chung
- else:
    -> ket_mat_quyen
}

=== ket_tro_lai
Sáng thứ Hai, chị Lan về đúng chuyền cũ. {tin_cay >= 80:Cả tổ dập đứng dậy vỗ tay; yêu cầu thương lượng về bữa ăn được đặt lại lên bàn.|Mọi người chào chị, còn dè dặt, nhưng yêu cầu thương lượng đã được gửi lại.} # ket-thuc: tro-lai-lam-viec
-> END

=== ket_boi_thuong
Chị Lan nhận khoản bồi thường và đi. Quyền lợi được một phần, nhưng công đoàn cơ sở phải tìm người đứng đầu mới, trong nỗi e dè. # ket-thuc: nhan-boi-thuong-ra-di
-> END

=== ket_nua_chung
Chị Lan còn việc hoặc còn tiền, nhưng thiếu phần lớn những gì luật cho. Công ty rút ra bài học: đuổi trước, mặc cả sau. # ket-thuc: bao-ve-nua-chung
-> END

=== ket_mat_quyen
Chị Lan mất việc, {da_ky_nghi:chỉ còn khoản tiền nhận hôm ký giấy|không được gì}. Đại hội công đoàn cơ sở kỳ sau không ai chịu ứng cử. # ket-thuc: mat-quyen-loi
-> END
