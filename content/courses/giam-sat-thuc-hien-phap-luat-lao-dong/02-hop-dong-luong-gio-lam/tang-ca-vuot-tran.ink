INCLUDE phap-luat.ink

// Ngày 0 là thứ Hai 05/10/2026; xem bảng công tháng 9. Mọi nhánh kết thúc trước ngày lễ 24/11.
VAR tin_cay = 50
VAR vuot_tran = 85
VAR ho_so = false           // có bảng đối chiếu từng người
VAR me_bau = true           // lao động mang thai đã được dừng làm thêm
VAR ky_lui = false          // công đoàn đã giúp ký lại danh sách lùi ngày
VAR cam_ket = 0             // cam kết bằng văn bản dừng vượt trần: 0 không có, 1 đến muộn, 2 đúng lúc
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
Thứ Hai 05/10/2026. Nhà máy gia công giày xuất khẩu, 600 lao động, đang mùa cao điểm. Ban chấp hành giao anh/chị phụ trách giám sát.
Anh Dũng, tổ trưởng tổ gò, đưa điện thoại: bảng công tháng 9 có 85 người làm thêm từ 62 đến 72 giờ. Trong đó có bốn chị mang thai tháng thứ 7.
Anh Dũng: "Ai cũng than mệt mà ai cũng sợ mất tiền. Anh chị làm gì đi."
* [Đăng ảnh bảng công lên nhóm chung 600 người để ai cũng thấy mà lên tiếng # diem: 0]
    Giám sát thì phải thông báo trước kế hoạch và không cản trở hoạt động bình thường. Đăng cả tên, giờ, tiền của người khác là làm lộ anh Dũng và hại chính 85 người ấy. # nhan-xet # luat: vn.lcd.2024.d16
    Một giờ sau phòng nhân sự khoá quyền xem bảng công của các tổ trưởng.
    ~ doi_tin(-20)
    -> tran_gio
* [Gửi kế hoạch giám sát, xin bảng công, phiếu lương để đối chiếu # diem: 2]
    Đúng cách: báo kế hoạch trước, làm trên hồ sơ. Mỗi lần trả lương công ty phải có bảng kê ghi rõ tiền làm thêm, nên giờ và tiền đối chiếu được với nhau. # nhan-xet # luat: vn.lcd.2024.d16, vn.blld.2019.d95, vn.blld.2019.d178
    Đầu giờ chiều phòng nhân sự giao bản sao. Ngay tối ấy, anh/chị và các tổ trưởng cộng xong bảng 85 dòng.
    ~ ho_so = true
    ~ doi_tin(10)
    -> tran_gio
* [Dặn các tổ từ tối nay ai không muốn thì cứ từ chối tăng ca # diem: 1]
    Làm thêm phải được người lao động đồng ý, nên từ chối là quyền của họ. Nhưng chưa có số liệu, chưa nói với công ty, thì người từ chối đầu tiên sẽ đứng một mình. # nhan-xet # luat: vn.blld.2019.d107
    -> tran_gio

=== tran_gio
~ qua_ngay_lam_viec(1)
Thứ Ba. Chị Liên, trưởng phòng nhân sự, gặp anh/chị ở hành lang: "Ngành mình được 300 giờ một năm mà. Tháng cao điểm dồn vào một chút, cuối năm cộng lại chưa quá là được."
* [Xét đủ ba mức: ngày nửa số giờ bình thường, tháng 40 giờ, rồi mới tới năm # diem: 2]
    Làm thêm không quá 50% giờ bình thường trong ngày, không quá 40 giờ một tháng, 200 giờ một năm; nơi được đến 300 giờ thì còn phải thông báo bằng văn bản. Trần năm không xoá được trần tháng. # nhan-xet # luat: vn.blld.2019.d107, vn.nd145.2020.d60
    Chị Liên lẩm nhẩm: "Vậy tháng 9 hơi kẹt."
    ~ doi_tin(10)
    -> chi_mai
* [Chị nói đúng, miễn cộng cả năm chưa quá 300 giờ thì tháng nào dồn cũng được # diem: 0]
    Bộ luật đặt trần riêng cho từng tháng: 40 giờ. Tháng sau làm ít không xoá được số giờ đã vượt tháng này. # nhan-xet # luat: vn.blld.2019.d107
    ~ doi_tin(-10)
    -> chi_mai
* [Chỉ cần từng người ký đồng ý thì không phải xét số giờ nữa # diem: 0]
    Đồng ý là điều kiện để được làm thêm, không phải giấy phép vượt trần. Có chữ ký mà quá 40 giờ vẫn là quá. # nhan-xet # luat: vn.blld.2019.d107
    ~ doi_tin(-10)
    -> chi_mai

=== chi_mai
~ qua_ngay_lam_viec(1)
Thứ Tư. Chị Mai, mang thai tháng thứ 7, tổ may mũ giày, tìm anh/chị: "Chồng em mới mất việc. Em khoẻ mà, để em viết giấy tự nguyện tăng ca. Đừng báo lên, em xin đó."
* [Cho chị Mai làm tiếp nếu viết giấy tự nguyện và y tế nhà máy xác nhận khoẻ # diem: 0]
    Từ tháng thứ 07 thì cấm làm thêm, làm đêm; không có ngoại lệ đồng ý. Ngoại lệ ấy chỉ dành cho người nuôi con dưới 12 tháng tuổi. # vi-pham: thai-thang-07-lam-them # luat: vn.blld.2019.d137
    ~ me_bau = false
    -> danh_sach
* [Đề nghị giảm còn tối đa hai giờ mỗi tối cho các chị đến khi sinh # diem: 0]
    Ít hơn vẫn là làm thêm. Người mang thai từ tháng thứ 07 không được làm thêm giờ nào. # vi-pham: thai-thang-07-lam-them # luat: vn.blld.2019.d137, vn.nd283.2026.d26
    ~ me_bau = false
    -> danh_sach
* [Yêu cầu dừng làm thêm cho cả bốn chị ngay, và bàn cách hỗ trợ riêng cho nhà chị Mai # diem: 2]
    Từ tháng thứ 07 là cấm, có ký cũng không được. Việc nặng nhọc, độc hại thì còn được chuyển việc nhẹ hơn hoặc giảm 01 giờ mỗi ngày. Cái khó của chị Mai là tiền: đó là chỗ công đoàn đỡ được. # nhan-xet # luat: vn.blld.2019.d137
    Ban chấp hành xét trợ cấp khó khăn; chị Liên ký giấy dừng làm thêm cho bốn chị.
    ~ doi_tin(10)
    -> danh_sach

=== danh_sach
Chị Liên đưa thêm một xấp giấy: "Đồng ý tăng ca năm 2026", in sẵn tên, chỉ có chữ ký; không ghi ngày giờ, chỗ làm, việc làm.
Chị Liên: "Nếu anh chị thấy thiếu thì cùng chị cho công nhân ký lại, đề ngày đầu tháng 9 cho đủ hồ sơ."
* [Ký lại thì được, miễn lần này ghi đủ giờ, chỗ làm, việc làm theo đúng quy định # diem: 0]
    Đủ chữ mà sai ngày là dựng giấy cho việc đã qua. Tháng 9 không có sự đồng ý đúng nghĩa, và ký lại cũng không làm 72 giờ thành 40 giờ. # vi-pham: ky-lui-ngay # luat: vn.nd145.2020.d59, vn.blld.2019.d107
    ~ ky_lui = true
    ~ doi_tin(-20)
    -> don_gap
* [Giữ bản sao; từ nay đồng ý phải ghi thời gian, địa điểm, việc làm # diem: 2]
    Người lao động phải đồng ý về thời gian, địa điểm và công việc làm thêm. Tờ in sẵn cho cả năm không nói được điều nào trong ba điều đó. # nhan-xet # luat: vn.nd145.2020.d59
    ~ doi_tin(10)
    -> don_gap
* [Thôi, có chữ ký từng người là coi như đồng ý rồi # diem: 0]
    Chữ ký phải gắn với một việc cụ thể: làm thêm lúc nào, ở đâu, việc gì. Trường hợp không cần hỏi ý kiến chỉ là các tình huống đặc biệt ở Điều 108, đơn hàng gấp không nằm trong đó. # nhan-xet # luat: vn.nd145.2020.d59, vn.blld.2019.d108
    -> don_gap

=== don_gap
~ qua_ngay_lam_viec(1)
Thứ Năm 08/10, 15 giờ. Anh Khoa, quản đốc, gọi gấp: "Thứ Bảy tàu chạy. Tối nay tôi cần năm mươi người ở lại năm tiếng. Giúp tôi lần này, mai tính."
Ca bình thường ở đây là 8 giờ.
* [Đồng ý một đêm duy nhất, đổi lại công ty thưởng nóng 300.000 đồng mỗi người # diem: 0]
    Làm thêm không quá 50% giờ bình thường trong ngày: 8 giờ thì tối đa 4 giờ. Tiền thưởng không biến giờ thứ năm thành đúng luật. # vi-pham: vuot-gio-trong-ngay # luat: vn.blld.2019.d107, vn.nd145.2020.d60
    Chín rưỡi đêm mới xong. Hôm sau ba người xin nghỉ ốm.
    ~ doi_tin(-10)
    -> yeu_cau
* [Chỉ người đồng ý, mỗi tối không quá bốn giờ, chia hai tổ làm hai tối # diem: 2]
    8 giờ thì làm thêm nhiều nhất 4 giờ một ngày. Chia hai tối vừa kịp tàu, vừa có giấy đồng ý ghi rõ giờ, chỗ, việc. # nhan-xet # luat: vn.blld.2019.d107, vn.nd145.2020.d60, vn.nd145.2020.d59
    Anh Khoa càu nhàu rồi lập hai danh sách. Thứ Bảy tàu vẫn chạy.
    ~ doi_tin(10)
    -> yeu_cau
* [Đứng chặn cửa xưởng, tối nay không ai được ở lại # diem: 0]
    Người muốn làm trong giới hạn thì họ được làm. Chặn cửa là quyết định thay cho họ và biến việc giám sát thành việc cản trở sản xuất. # vi-pham: giam-sat-can-tro-san-xuat # luat: vn.blld.2019.d107, vn.lcd.2024.d16
    ~ doi_tin(-10)
    -> yeu_cau

=== yeu_cau
~ qua_ngay_lam_viec(2)
Thứ Hai 12/10. Chuyện từng tối xong, chuyện 85 người vẫn còn. Bên người lao động có 20 thành viên đại diện đối thoại. Anh/chị mở cuộc nói chuyện chính thức thế nào?
* [Lấy một trăm chữ ký công nhân gửi thẳng tổng giám đốc cho thấy cả xưởng đồng lòng # diem: 1]
    Một trăm chữ ký có sức nặng, nhưng tỷ lệ luật tính là thành viên đại diện đối thoại: ít nhất 30% trong số đó đồng ý nội dung. # nhan-xet # luat: vn.nd145.2020.d40
    Công ty trả lại đơn. Anh/chị lấy bảy chữ ký thành viên đại diện, gửi lại.
    ~ qua_ngay_lam_viec(3)
    -> ban_doi_thoai
* [Gửi yêu cầu đối thoại có sáu trên 20 thành viên đại diện đồng ý, lấy ngày nhận # diem: 2]
    30% của 20 là 6. Công ty phải trả lời bằng văn bản, thống nhất thời gian, địa điểm chậm nhất 05 ngày làm việc. # nhan-xet # luat: vn.blld.2019.d63, vn.nd145.2020.d40
    ~ doi_tin(10)
    -> ban_doi_thoai
* [Để kỳ đối thoại định kỳ tháng 12 nói luôn một thể # diem: 0]
    Chờ đến tháng 12 là để vượt trần thêm hai tháng. Luật cho yêu cầu đối thoại ngay khi có việc. # nhan-xet # luat: vn.blld.2019.d63
    Anh Dũng giận, tự đi lấy chữ ký các thành viên đại diện rồi đặt lên bàn anh/chị.
    ~ qua_ngay_lam_viec(3)
    ~ doi_tin(-10)
    -> ban_doi_thoai

=== ban_doi_thoai
~ qua_ngay_lam_viec(5)
Phòng họp lớn.
{ not me_bau:
    Sáng nay chị Mai ngất ở chuyền, đưa đi viện; mẹ con không sao, nhưng cả xưởng đều biết chị đang tăng ca.
    ~ doi_tin(-20)
}
{ ky_lui:
    Phó giám đốc đặt lên bàn danh sách mới tinh: "Công đoàn cùng làm với chúng tôi cái này mà."
}
Phó giám đốc Trí: "Tôi đề nghị thế này: thêm tiền chuyên cần, thêm 5.000 đồng mỗi bữa ăn. Đổi lại, hết mùa cao điểm mình hãy nói chuyện giờ giấc."
* [Nhận gói này: có tiền ngay, công nhân nào cũng vui # diem: 0]
    Tiền không hợp thức hoá số giờ vượt trần, thoả thuận để vượt trần thì không giữ được. Công ty mua sự im lặng của công đoàn với giá 5.000 đồng một bữa. # vi-pham: doi-tien-lay-vuot-tran # luat: vn.blld.2019.d107, vn.blld.2019.d178
    ~ doi_tin(-10)
    -> sau_goi_tien
* [Cho công nhân các chuyền vượt giờ về ngay giữa ca, dán tên quản đốc lên cổng # diem: 0]
    Mười giờ, hai chuyền bỏ máy ra về theo lời anh/chị.
    ~ temp hop_phap = bat_dau_dinh_cong()
    Rời máy vì nguy cơ tai nạn rõ ràng thì luật cho, còn đây là tranh chấp về giờ làm. Dán tên người khác chỉ thêm thù oán. # nhan-xet # luat: vn.blld.2019.d199, vn.atvsld.2015.d6
    Hôm sau hai bên họp lại, không khí đặc quánh.
    ~ doi_tin(-20)
    -> tien_chu_nhat
* [Đề nghị ghi biên bản: dừng vượt 40 giờ, chia ca, trả đủ tiền làm thêm # diem: 2]
    Đúng quyền đại diện: đòi dừng vi phạm trước, tiền bữa ăn bàn sau. Làm thêm quá giới hạn bị phạt theo số người vi phạm, phó giám đốc biết điều đó. # nhan-xet # luat: vn.blld.2019.d107, vn.blld.2019.d178, vn.nd283.2026.d24
    { ky_lui:
        Ông Trí gõ gõ tờ danh sách: "Công đoàn đã xác nhận rồi còn gì." Rốt cuộc công ty chỉ hứa miệng sẽ giảm dần.
    - else:
        Ông Trí hỏi chị Liên mấy câu rồi ký: từ tháng 10 không ai quá 40 giờ, tuyển thêm ba mươi người.
        ~ cam_ket = 2
    }
    ~ doi_tin(10)
    -> tien_chu_nhat

=== sau_goi_tien
~ qua_ngay(7)
Một tuần sau anh Dũng chặn anh/chị ở nhà xe: "Tháng này chưa hết mà tổ tôi có người 61 giờ rồi. Anh chị nhận tiền ăn rồi im luôn hả?"
* [Nói đã lỡ thoả thuận, chờ hết mùa cao điểm rồi tính # diem: 0]
    Thoả thuận để vượt trần thì không giữ cho ai được: giới hạn giờ làm thêm là bắt buộc. Người chịu là tổ gò. # nhan-xet # luat: vn.blld.2019.d107
    ~ doi_tin(-20)
    -> kiem_tra_lai
* [Xin công ty nâng tiền ăn thêm 5.000 đồng một bữa nữa cho anh em đỡ bức xúc # diem: 0]
    Càng lấy thêm tiền càng khó mở miệng. Việc của công đoàn là giám sát giờ làm, không phải định giá cho nó. # nhan-xet # luat: vn.blld.2019.d178
    ~ doi_tin(-10)
    -> kiem_tra_lai
* [Nhận sai, gửi văn bản: tiền ăn bàn riêng, giờ vượt trần phải dừng # diem: 2]
    Bữa ăn là nội dung thương lượng được; vượt trần giờ thì không. Tách hai việc ra, và nói bằng văn bản. # nhan-xet # luat: vn.blld.2019.d67, vn.blld.2019.d107
    Công ty miễn cưỡng ký cam kết dừng vượt trần cho những ngày còn lại của tháng.
    ~ cam_ket = 1
    ~ doi_tin(20)
    -> kiem_tra_lai

=== tien_chu_nhat
Đến chuyện tiền. Tháng 9 có 45 người làm một Chủ nhật, mỗi người 8 giờ, lương giờ 40.000 đồng. Công ty trả 150%. {ho_so:Con số nằm sẵn trong bảng đối chiếu của anh/chị.|Anh/chị phải xin nghỉ giải lao để hỏi từng tổ mới gom ra con số ấy.}
* [Đòi đúng 200%: chênh 160.000 đồng một người, cộng lại 7,2 triệu đồng # diem: 2]
    Ngày nghỉ hằng tuần ít nhất 200%. Thiếu 50% của 40.000 là 20.000 đồng một giờ, 8 giờ là 160.000, 45 người là 7.200.000 đồng. # nhan-xet # luat: vn.blld.2019.d98, vn.nd145.2020.d55
    { ho_so:
        Kế toán dò xong gật đầu: trả vào kỳ lương tới.
        ~ doi_tin(10)
    - else:
        Kế toán bảo để đối chiếu lại; hai tuần sau mới trả.
    }
    -> kiem_tra_lai
* [Đề nghị trả 300%, vì Chủ nhật là ngày nghỉ có hưởng lương như ngày lễ, tết # diem: 0]
    300% là cho ngày lễ, tết, ngày nghỉ có hưởng lương. Chủ nhật ở đây là ngày nghỉ hằng tuần: ít nhất 200%. Đòi sai mức thì mất luôn phần đúng. # nhan-xet # luat: vn.blld.2019.d98
    ~ doi_tin(-10)
    -> kiem_tra_lai
* [150% là đúng mức làm thêm rồi, không nêu nữa cho nhẹ # diem: 0]
    150% là mức của ngày thường. Làm vào ngày nghỉ hằng tuần thì ít nhất 200%; bỏ qua là bỏ 7,2 triệu đồng của 45 người. # nhan-xet # luat: vn.blld.2019.d98
    ~ doi_tin(-10)
    -> kiem_tra_lai

=== kiem_tra_lai
~ ngay = 35
{
- cam_ket == 2 and ho_so:
    ~ vuot_tran = 6
- cam_ket > 0:
    ~ vuot_tran = 30
- else:
    ~ vuot_tran = 110
}
Thứ Hai 09/11. Bảng công tháng 10 về.
{ vuot_tran == 6:
    -> con_it
- else:
    -> con_nhieu
}

=== con_it
Chỉ còn sáu người tổ gò quá 40 giờ, nhưng cả sáu đều trên 60 giờ. Anh Dũng nói: "Từ 85 xuống 6, chắc ổn rồi."
* [Coi như xong, gửi thư cảm ơn công ty, báo cáo kết quả tốt rồi khép đợt giám sát # diem: 1]
    Ghi nhận là phải, nhưng sáu người vẫn là vi phạm, và đợt giám sát chưa ai cộng giờ luỹ kế cả năm. # nhan-xet # luat: vn.blld.2019.d107
    ~ ket_cuc = 2
    -> tong_ket
* [Nhắc bằng văn bản sáu trường hợp, cộng luỹ kế năm, đưa lịch tăng ca vào thương lượng # diem: 2]
    Cộng luỹ kế để biết ai sắp chạm 200 giờ; tổ chức làm thêm từ trên 200 đến 300 giờ thì phải thông báo chậm nhất 15 ngày kể từ ngày thực hiện. Lịch tăng ca là nội dung thương lượng được. # nhan-xet # luat: vn.blld.2019.d107, vn.nd145.2020.d62, vn.blld.2019.d67
    Hết tháng, tổ gò thêm người, không ai quá 40 giờ.
    ~ vuot_tran = 0
    ~ doi_tin(10)
    { me_bau:
        ~ ket_cuc = 1
    - else:
        ~ ket_cuc = 2
    }
    -> tong_ket
* [Kiến nghị xử phạt ngay sáu trường hợp, khỏi báo lại công ty # diem: 1]
    Không sai luật, nhưng công ty đang sửa; nhắc bằng văn bản trước thì tháng sau hết hẳn. Kiến nghị để dành khi nhắc mà không sửa. # nhan-xet # luat: vn.nd283.2026.d24, vn.lcd.2024.d16
    ~ doi_tin(-10)
    ~ ket_cuc = 3
    -> tong_ket

=== con_nhieu
{
- cam_ket == 2:
    Ba mươi người vẫn vượt, đều trên 60 giờ. Cam kết có đó, nhưng tháng 9 ai vượt bao nhiêu thì anh/chị không có bảng để so, tổ nào cũng bảo "đã giảm rồi".
- cam_ket == 1:
    Ba mươi người vẫn trên 60 giờ: cam kết đến muộn, ba tuần đầu tháng đã dồn hết giờ.
- else:
    Không phải 85 nữa mà là 110 người vượt trần, có người 74 giờ. Anh Dũng đặt bảng công xuống bàn, không nói gì.
}
* [Thôi, có đơn hàng là có việc, làm căng lại mất khách # diem: 0]
    Có việc không có nghĩa là làm đến kiệt sức. Giới hạn giờ làm thêm đặt ra cho đúng những tháng như thế này. # nhan-xet # luat: vn.blld.2019.d107
    ~ doi_tin(-20)
    ~ ket_cuc = 4
    -> tong_ket
* [Gom bảng công hai tháng, kiến nghị Sở Nội vụ, báo công đoàn cấp trên cơ sở # diem: 2]
    Làm thêm quá giới hạn bị phạt, mức theo số người. Công chức Sở Nội vụ lập biên bản; công đoàn kiến nghị, kèm bảng từng người. # nhan-xet # luat: vn.nd283.2026.d24, vn.nd283.2026.d54, vn.blld.2019.d107
    ~ doi_tin(20)
    ~ ket_cuc = 3
    -> tong_ket
* [Lấy ý kiến đình công, vì chỉ có ngừng việc mới buộc được công ty dừng tăng ca # diem: 0]
    Anh/chị báo công ty, hôm sau lấy ý kiến, 71% đồng ý; gửi quyết định, chờ đủ 05 ngày làm việc.
    ~ bao_lay_y_kien()
    ~ qua_ngay_lam_viec(1)
    ~ lay_y_kien_dinh_cong(71)
    ~ gui_quyet_dinh_dinh_cong()
    ~ qua_ngay_lam_viec(5)
    ~ temp dung_luat = bat_dau_dinh_cong()
    Vượt trần giờ là vi phạm pháp luật, tức tranh chấp về quyền: kiến nghị xử phạt, hoà giải, trọng tài, Toà án; không phải đình công. # nhan-xet # luat: vn.blld.2019.d179, vn.blld.2019.d191, vn.blld.2019.d199
    ~ doi_tin(-20)
    ~ ket_cuc = 5
    -> tong_ket

=== tong_ket
{ ho_so:
    Bảng 85 dòng làm từ ngày đầu theo anh/chị đến cuối: vào phòng họp, lên biên bản, so tháng sau với tháng trước. # kinh-nghiem
- else:
    Cán bộ có kinh nghiệm cộng giờ và tiền từng người trước khi nói câu nào; không có bảng thì tháng sau không so được với tháng trước. # kinh-nghiem
}
{ not me_bau:
    Người mang thai từ tháng thứ 07 thì dừng ngay, đừng để chữ "tự nguyện" làm mình mềm lòng; hỗ trợ tiền bằng đường khác. # kinh-nghiem # luat: vn.blld.2019.d137
}
{ ky_lui:
    Giấy ký lùi ngày có tên công đoàn là thứ công ty dùng chống lại anh/chị. # kinh-nghiem
}
{ loi_phap_ly > 0:
    Vượt trần giờ là chuyện về quyền: không có đường đình công. # kinh-nghiem # luat: vn.blld.2019.d199
}
Nếu công ty viện mức 60 giờ một tháng của Nghị quyết 17/2022/UBTVQH15: hiệu lực hiện nay còn tranh luận, hãy hỏi công đoàn cấp trên hoặc Sở Nội vụ; từ 62 đến 72 giờ thì vượt mọi mức. # kinh-nghiem # luat: vn.nq17.2022.d2, vn.blld.2019.d107
{
- ket_cuc == 1:
    -> ket_het
- ket_cuc == 2:
    -> ket_giam
- ket_cuc == 3:
    -> ket_so
- ket_cuc == 4:
    -> ket_im
- else:
    -> ket_dinh_cong
}

=== ket_het
Không ai quá 40 giờ, bốn chị mang thai về đúng giờ. {tin_cay >= 80:Tổ gò mời anh/chị ăn bữa cơm ca đầu tháng.|Anh Dũng bảo: lần sau anh chị nhớ làm cho trọn như vầy.} # ket-thuc: het-vuot-tran
-> END

=== ket_giam
Số người vượt trần giảm hẳn, nhưng còn việc chưa khép: {me_bau:giờ luỹ kế năm chưa ai cộng|chị Mai đã xin nghỉ việc sau hôm phải vào viện}. # ket-thuc: giam-nhung-chua-tron
-> END

=== ket_so
Công chức Sở Nội vụ xuống làm việc, lập biên bản. Công ty phải sửa lịch tăng ca, và từ nay nhìn công đoàn bằng con mắt khác. # ket-thuc: so-noi-vu-vao-cuoc
-> END

=== ket_im
Mùa cao điểm kéo đến Tết. Mười bốn người nghỉ việc; không ai báo công đoàn vì không ai thấy cần. # ket-thuc: vuot-tran-keo-dai
-> END

=== ket_dinh_cong
Cuộc đình công trái luật làm lỡ tàu hàng; công ty đòi bồi thường. Chuyện {vuot_tran} người tăng ca quá giờ không ai nhắc đến nữa. # ket-thuc: dinh-cong-trai-luat # luat: vn.blld.2019.d217
-> END
