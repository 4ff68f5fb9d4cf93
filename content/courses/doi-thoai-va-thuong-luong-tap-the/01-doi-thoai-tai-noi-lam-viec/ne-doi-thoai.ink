INCLUDE phap-luat.ink

// Ngày 0 là thứ Hai 05/10/2026. Mọi nhánh kết thúc trước ngày lễ 24/11.
VAR tin_cay = 50
VAR ho_so = 0
VAR noi_dung = false        // nội dung có số liệu
VAR so_tv = 5               // số thành viên đại diện bên người lao động
VAR nhan_tien = false       // đã nhận tiền để gác đối thoại
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
Thứ Hai 05/10/2026. Công ty bao bì ngoài nhà nước, 90 lao động. Hai năm nay chưa có buổi đối thoại định kỳ nào.
Anh/chị vừa nhận chức chủ tịch công đoàn cơ sở, đến hỏi phòng nhân sự.
Chị Vân, trưởng phòng: "Công ty mình nhỏ, có hội nghị người lao động cuối năm là đủ rồi. Đối thoại chi nữa, anh chị?"
* [Chị nói phải: dưới 100 lao động được miễn đối thoại, một năm một hội nghị là đủ # diem: 0]
    Bộ luật Lao động không có ngưỡng 100 người nào cho đối thoại. Nơi nào có sử dụng lao động cũng phải đối thoại định kỳ ít nhất 01 năm một lần. # nhan-xet # luat: vn.blld.2019.d63
    Chị Vân cười: "Đó, chủ tịch mới hiểu việc."
    ~ doi_tin(-10)
    -> noi_dung_gi
* [Sai một phần: ba tháng phải đối thoại một lần, nhưng hội nghị thay được nếu công đoàn đồng ý # diem: 0]
    Chu kỳ ba tháng là quy định cũ; nay là ít nhất 01 năm một lần. Hội nghị người lao động là việc khác, không thay được đối thoại, và công đoàn không có quyền cho thay. # nhan-xet # luat: vn.blld.2019.d63, vn.nd145.2020.d47
    -> noi_dung_gi
* [Không đủ: đối thoại định kỳ ít nhất 01 năm một lần, hội nghị không thay được # diem: 2]
    Đúng. Ngay cả nơi dưới 10 lao động cũng chỉ được miễn hội nghị và quy chế dân chủ, không được miễn đối thoại. # nhan-xet # luat: vn.blld.2019.d63, vn.nd145.2020.d47, vn.nd145.2020.d114
    Chị Vân ghi sổ: "Để chị trình giám đốc."
    ~ doi_tin(10)
    -> noi_dung_gi

=== noi_dung_gi
~ qua_ngay_lam_viec(1)
Thứ Ba. Công đoàn cấp trên cơ sở có công văn nhắc, chị Vân nhắn: ông Lâm, giám đốc, chịu họp thứ Năm 22/10, hỏi công đoàn định nói gì. Ở xưởng in, mọi người kể đủ thứ: quạt hỏng, giày bảo hộ thiếu, báo tăng ca sát giờ.
* [Nhờ phòng nhân sự soạn giúp nội dung, vì chị Vân quen việc giấy tờ # diem: 0]
    Đối thoại là trao đổi ý kiến giữa hai bên; để bên kia viết hộ câu hỏi thì chỉ còn nghe trả lời. Người lao động có quyền nêu yêu cầu của bên mình. # nhan-xet # luat: vn.blld.2019.d63, vn.blld.2019.d64
    ~ doi_tin(-10)
    -> thanh_phan
* [Các tổ góp, chốt năm việc; mỗi việc có số người, số liệu, đề nghị # diem: 2]
    Điều kiện làm việc, thực hiện nội quy, yêu cầu của mỗi bên đều là nội dung đối thoại. Có số thì giám đốc phải trả lời vào số. # nhan-xet # luat: vn.blld.2019.d64
    Bản chốt: 11 quạt hỏng, 23 người thiếu giày, 9 lần báo tăng ca sau 16 giờ trong tháng 9, hai việc nữa về chỗ để xe và nước uống.
    ~ noi_dung = true
    ~ doi_tin(10)
    -> thanh_phan
* [Đưa một việc lớn duy nhất: tăng lương 20% cho tất cả # diem: 1]
    Yêu cầu nào cũng được nêu, nhưng mức lương là nội dung thương lượng tập thể, có thủ tục riêng. Dồn hết buổi đối thoại vào đó thì những việc sửa được ngay bị bỏ lại. # nhan-xet # luat: vn.blld.2019.d64, vn.blld.2019.d67
    -> thanh_phan

=== thanh_phan
~ qua_ngay_lam_viec(1)
Thứ Tư 07/10. Công ty có 78 đoàn viên, 12 người chưa vào công đoàn. Ai sẽ ngồi bên phía người lao động?
* [Năm người, có đại diện do 12 người chưa vào công đoàn chọn, dán danh sách # diem: 2]
    Từ 50 đến dưới 150 lao động thì cử 04 đến 08 người, danh sách công khai. Người không là thành viên tổ chức nào được hỗ trợ chọn nhóm đại diện của mình. # nhan-xet # luat: vn.nd145.2020.d37, vn.nd145.2020.d38
    ~ doi_tin(10)
    -> gui_truoc
* [Mười bốn người, tổ nào cũng có mặt, cho đông đủ, công bằng và công ty phải nể # diem: 1]
    Nhiều hơn mức tối thiểu thì được, nhưng 14 là mức của nơi có từ 300 lao động. Đông thì khó đủ mặt: họp phải có trên 70%, tức ít nhất 10 trên 14 người cùng rời máy. # nhan-xet # luat: vn.nd145.2020.d38, vn.nd145.2020.d39
    ~ so_tv = 14
    -> gui_truoc
* [Một mình chủ tịch, vì chủ tịch là đại diện đương nhiên của mọi người # diem: 0]
    Sai số lượng: nơi có từ 50 đến dưới 150 lao động, bên người lao động phải có ít nhất 04 người. # vi-pham: thieu-thanh-vien-doi-thoai # luat: vn.nd145.2020.d38
    Chủ tịch không nói thay được cho tất cả: 12 người ngoài công đoàn được hỗ trợ chọn đại diện của mình. # nhan-xet # luat: vn.nd145.2020.d37
    Công đoàn cấp trên cơ sở gọi nhắc, anh/chị vội lập lại danh sách năm người.
    ~ doi_tin(-10)
    -> gui_truoc

=== gui_truoc
~ qua_ngay_lam_viec(3)
Thứ Hai 12/10. Ngày họp là thứ Năm 22/10. Nội dung phải gửi cho công ty trước. Anh/chị chọn ngày nào?
* [Thứ Bảy 17/10: tính cả Chủ nhật thì đến ngày họp vừa đủ năm ngày # diem: 0]
    Sai thời hạn: nội dung phải gửi chậm nhất 05 ngày làm việc trước ngày họp. # vi-pham: gui-noi-dung-tre # luat: vn.nd145.2020.d39
    Thứ Bảy, Chủ nhật không phải ngày làm việc. Đếm lùi 21, 20, 19, 16, 15/10 (cách đếm của khoá học: không tính ngày họp) thì chậm nhất là thứ Năm 15/10. # nhan-xet # luat: vn.nd145.2020.d39
    Công ty lấy cớ nhận trễ, dời họp sang 29/10.
    ~ ngay = 24
    ~ doi_tin(-10)
    -> ngay_hop
* [Thứ Tư 14/10, nộp bản giấy, lấy chữ ký và ngày nhận # diem: 2]
    Chậm nhất 05 ngày làm việc trước ngày họp: đếm lùi 21, 20, 19, 16, 15/10 là thứ Năm 15/10 (cách đếm của khoá học: không tính ngày họp). Sớm một ngày là vừa; chữ ký ngày nhận là mục đầu tiên trong hồ sơ. # nhan-xet # luat: vn.nd145.2020.d39
    ~ ho_so = ho_so + 1
    ~ ngay = 17
    ~ doi_tin(10)
    -> ngay_hop
* [Mang thẳng vào họp ngày 22/10 cho công ty khỏi kịp chuẩn bị lời từ chối # diem: 0]
    Sai thời hạn: nội dung phải gửi chậm nhất 05 ngày làm việc trước ngày họp. # vi-pham: gui-noi-dung-tre # luat: vn.nd145.2020.d39
    Bất ngờ kiểu ấy chỉ đổi lấy câu "để công ty xem lại". Gửi trước thì hai bên cùng có số liệu. # nhan-xet # luat: vn.nd145.2020.d39
    Công ty không chịu họp khi chưa có nội dung, dời sang 29/10.
    ~ ngay = 24
    ~ doi_tin(-10)
    -> ngay_hop

=== ngay_hop
Thứ Năm {ngay == 24:29|22}/10, giờ họp. Giám đốc không xuống. Ông Bình, kế toán trưởng, bước vào: "Sếp bận, cử tôi nghe giùm." Không có giấy uỷ quyền.
Bên mình, quản đốc giữ người, chỉ có {so_tv == 5:3 trên 5|9 trên 14} thành viên có mặt.
* [Họp luôn kẻo uổng công chuẩn bị; ông Bình ghi lại, coi như xong kỳ năm nay # diem: 0]
    Sai: buổi đối thoại không đủ điều kiện tiến hành. # vi-pham: doi-thoai-khong-du-dieu-kien # luat: vn.nd145.2020.d39
    Phía công ty không có người đại diện theo pháp luật hoặc người được uỷ quyền; bên mình {so_tv == 5:60%|khoảng 64%}, chưa trên 70%. Không thể coi là xong kỳ năm nay. # nhan-xet # luat: vn.nd145.2020.d39
    Một tiếng sau ông Bình gấp sổ: "Tôi ghi hết rồi nhé."
    ~ doi_tin(-10)
    -> bien_ban_gia
* [Dừng lại, lập biên bản ghi hai điều còn thiếu, đề nghị ngày họp lại # diem: 2]
    Cả hai điều kiện đều thiếu: phía công ty không có người đại diện theo pháp luật hoặc người được uỷ quyền; bên mình {so_tv == 5:60%|khoảng 64%}, chưa trên 70%. # nhan-xet # luat: vn.nd145.2020.d39
    Ông Bình ngần ngừ rồi cũng ký xác nhận sự việc.
    ~ ho_so = ho_so + 1
    ~ doi_tin(10)
    -> hen_quan
* [Bỏ về ngay để phản đối, họp không hợp lệ thì không có gì mà ghi # diem: 1]
    Không họp là đúng, nhưng không ghi lại thì mai công ty nói công đoàn bỏ về. Nên có một tờ giấy ghi ai vắng, vì sao không họp được. # nhan-xet # luat: vn.nd145.2020.d39
    ~ doi_tin(-10)
    -> hen_quan

=== bien_ban_gia
~ qua_ngay_lam_viec(2)
Thứ Hai. Chị Vân đưa một tờ bốn dòng: "Đối thoại định kỳ năm 2026 đã tổ chức, hai bên không có kiến nghị." Chị nói: "Ký giúp chị để chị lưu."
* [Ký cho chị Vân lưu, việc quan trọng là lần sau làm cho tốt # diem: 0]
    Chữ ký này biến một buổi không đủ điều kiện thành "đã tổ chức". Muốn đòi lại, anh/chị phải chống lại chính chữ ký của mình. # nhan-xet # luat: vn.nd145.2020.d39
    Mấy hôm sau công đoàn cấp trên cơ sở đọc tờ giấy, yêu cầu anh/chị đòi họp lại cho đúng.
    ~ doi_tin(-20)
    -> tu_choi
* [Gửi văn bản: buổi đó không đủ điều kiện, đề nghị tổ chức lại, nêu hai ngày để chọn # diem: 2]
    Nói rõ thiếu gì theo Điều 39 và đề nghị ngày cụ thể. Nghĩa vụ đối thoại định kỳ của năm nay vẫn còn nguyên. # nhan-xet # luat: vn.nd145.2020.d39, vn.blld.2019.d63
    ~ ho_so = ho_so + 1
    ~ doi_tin(10)
    -> tu_choi
* [Không ký, nhưng cũng không nói gì để khỏi mất lòng chị Vân, còn gặp nhau dài dài # diem: 1]
    Không ký là giữ được phần mình, nhưng im lặng thì hồ sơ chỉ có tiếng nói của công ty. Một văn bản ngắn là đủ. # nhan-xet # luat: vn.nd145.2020.d39
    -> tu_choi

=== hen_quan
~ qua_ngay_lam_viec(2)
Thứ Hai. Ông Lâm nhắn: "18 giờ 30 thứ Sáu ra quán lẩu đầu đường, ai rảnh thì ra, vừa ăn vừa nói. Công ty không có phòng họp."
* [Nhận lời, gặp được giám đốc là quý, ở đâu cũng nói chuyện được, thoải mái càng dễ nói # diem: 1]
    Gặp thì vẫn hơn không, nhưng đó chưa phải đối thoại: người có con nhỏ, người ca tối không ra được, không ai ghi biên bản. Công ty phải bố trí địa điểm, thời gian, điều kiện. # nhan-xet # luat: vn.nd145.2020.d37, vn.nd145.2020.d39
    Tối đó có hai người ra. Ông Lâm kể chuyện xây nhà.
    -> tu_choi
* [Rủ cả xưởng ra sân ngồi chờ giám đốc trong giờ làm # diem: 0]
    ~ loi_phap_ly++
    Sai: ngừng việc tập thể mà không theo thủ tục nào, lại không phải tranh chấp về lợi ích. # vi-pham: ngung-viec-trai-thu-tuc # luat: vn.blld.2019.d199, vn.blld.2019.d204
    Kéo người rời máy là đẩy họ vào rủi ro, còn công ty thì có cớ nói công đoàn gây rối. Đối thoại có đường riêng của nó. # nhan-xet # luat: vn.nd145.2020.d39
    ~ doi_tin(-10)
    -> tu_choi
* [Viết trả lời: họp tại công ty, giờ đủ người, có giám đốc hoặc giấy uỷ quyền # diem: 2]
    Công ty có trách nhiệm bố trí địa điểm, thời gian, điều kiện vật chất. Anh/chị nêu luôn hai khung giờ mà chuyền sắp được người thay. # nhan-xet # luat: vn.nd145.2020.d37, vn.nd145.2020.d39
    ~ ho_so = ho_so + 1
    ~ doi_tin(10)
    -> tu_choi

=== tu_choi
~ ngay = 35
Thứ Hai 09/11. Công ty vẫn chưa chịu hẹn ngày nào. Ông Lâm gặp anh/chị ở nhà xe, vỗ vai: "Năm nay thôi đi. Mai tôi chuyển công đoàn 30 triệu làm phong trào." Sau lưng, anh Toàn tổ in lẩm bẩm: "Không họp thì đình công."
* [Nhận 30 triệu, gác đối thoại đến năm sau để giữ quan hệ tốt # diem: 0]
    Sai: nhận tiền để thôi đòi đối thoại là tiếp tay cho việc can thiệp công đoàn bằng tiền, điều luật cấm. # vi-pham: nhan-tien-bo-doi-thoai # luat: vn.blld.2019.d175, vn.lcd.2024.d10
    Đối thoại là quyền của người lao động và công đoàn, không phải món để bán; công ty vẫn phải tổ chức ít nhất 01 năm một lần. # nhan-xet # luat: vn.blld.2019.d178, vn.blld.2019.d63
    ~ nhan_tien = true
    ~ doi_tin(-20)
    -> lo_tien
* [Nhắc lần cuối bằng văn bản, báo công đoàn cấp trên, kiến nghị Sở Nội vụ # diem: 2]
    Không tổ chức đối thoại định kỳ là hành vi bị phạt. Công chức Sở Nội vụ lập biên bản, Chủ tịch Uỷ ban nhân dân ra quyết định phạt theo thẩm quyền; công đoàn kiến nghị. # nhan-xet # luat: vn.nd283.2026.d21, vn.nd283.2026.d54, vn.nd283.2026.d55, vn.lcd.2024.d35
    { ho_so >= 3:
        Hồ sơ anh/chị kèm theo có {ho_so} giấy tờ ghi ngày. Ba hôm sau Sở gọi xuống công ty.
    - else:
        Sở hỏi lại: giấy nào ghi ngày công ty nhận? Phải thêm một vòng bổ sung mới có người xuống.
        ~ doi_tin(-10)
    }
    -> hop_that
* [Lấy ý kiến đình công, vì đã đòi hơn một tháng mà công ty vẫn cứ né # diem: 0]
    Anh/chị báo công ty rồi hôm sau lấy ý kiến: 64% đồng ý.
    ~ bao_lay_y_kien()
    ~ qua_ngay_lam_viec(1)
    ~ lay_y_kien_dinh_cong(64)
    Né đối thoại là công ty vi phạm pháp luật, không phải bế tắc trong thương lượng. Công đoàn kiến nghị cơ quan nhà nước. # nhan-xet # luat: vn.blld.2019.d179, vn.lcd.2024.d35
    ~ doi_tin(-10)
    -> truoc_dinh_cong

=== truoc_dinh_cong
Tối đó công đoàn cấp trên cơ sở gọi: "Phiếu ấy không dùng được. Anh/chị tính sao?"
* [Đã lỡ hứa với tổ in thì phải giữ lời, cứ gửi quyết định và cho dừng máy # diem: 0]
    ~ gui_quyet_dinh_dinh_cong()
    ~ qua_ngay_lam_viec(5)
    ~ temp hop_phap = bat_dau_dinh_cong()
    Giữ lời hứa sai thì người chịu thiệt là chính những người đã tin. Đình công trái luật mà gây thiệt hại thì tổ chức lãnh đạo phải bồi thường. # nhan-xet # luat: vn.blld.2019.d204, vn.blld.2019.d217
    ~ doi_tin(-20)
    ~ ket_cuc = 4
    -> tong_ket
* [Không gửi gì, để phiếu đó treo cho công ty lo # diem: 1]
    Không tiến hành là tránh được sai lớn, nhưng treo lơ lửng thì chẳng ai biết đường nào. Nói thẳng với mọi người là mình chọn nhầm đường. # nhan-xet # luat: vn.blld.2019.d199
    Hai hôm sau, công đoàn cấp trên kiến nghị giúp, Sở Nội vụ mới vào cuộc.
    ~ doi_tin(-10)
    -> hop_that
* [Dừng lại, xin lỗi mọi người, chuyển sang kiến nghị Sở Nội vụ # diem: 2]
    Sửa kịp trước khi ra quyết định. Không tổ chức đối thoại là hành vi bị phạt; đó mới là chỗ công ty ngại. # nhan-xet # luat: vn.nd283.2026.d21, vn.blld.2019.d199
    ~ doi_tin(10)
    -> hop_that

=== lo_tien
Chuyện 30 triệu lan ra trong hai ngày. Anh Toàn hỏi thẳng giữa nhà ăn: "Chủ tịch bán buổi đối thoại của tụi tôi phải không?"
* [Nói đó là tiền phong trào chung, ai cũng được hưởng # diem: 0]
    Tiền phong trào không thay được quyền được nghe và được trả lời. Nhận tiền để thôi hoạt động là để công ty can thiệp vào tổ chức của mình. # nhan-xet # luat: vn.blld.2019.d175, vn.blld.2019.d178
    ~ doi_tin(-20)
    ~ ket_cuc = 3
    -> tong_ket
* [Nhận sai, trả lại tiền, gửi lại yêu cầu ngay hôm nay # diem: 2]
    Khó nói nhưng cứu được vai đại diện. Công ty vẫn còn nghĩa vụ đối thoại của năm nay, và né tránh thì bị phạt. # nhan-xet # luat: vn.blld.2019.d63, vn.nd283.2026.d21
    ~ doi_tin(20)
    -> hop_that
* [Hứa năm sau sẽ đối thoại thật, xin mọi người thông cảm cho năm nay # diem: 0]
    Ít nhất 01 năm một lần là mức tối thiểu; công đoàn không có quyền cho nợ sang năm. # nhan-xet # luat: vn.blld.2019.d63
    ~ doi_tin(-10)
    ~ ket_cuc = 3
    -> tong_ket

=== hop_that
~ ngay = 44
Thứ Tư 18/11, cuối cùng cũng họp: ông Lâm có mặt, bên mình {so_tv == 5:4 trên 5|11 trên 14} người.
{ noi_dung:
    Mười một cái quạt, hai mươi ba đôi giày: trước con số, ông Lâm gật ba việc, xin nghĩ thêm hai việc.
- else:
    Không có số liệu, buổi họp đi vòng vòng. Ông Lâm nhận đúng một việc: sửa quạt.
}
Chị Vân: "Để chị về gõ lại cho đẹp, tuần sau hai bên ký."
* [Ký ngay tại chỗ: việc nào nhận, ai làm, ngày nào, việc nào khác ý # diem: 2]
    Đối thoại phải có biên bản có chữ ký. Chữ viết tay cũng được, miễn là đủ từng việc và ngày. # nhan-xet # luat: vn.nd145.2020.d39
    ~ doi_tin(10)
    -> cong_bo
* [Đồng ý, chị Vân quen giấy tờ, gõ cẩn thận thì biên bản mới sạch sẽ, rõ ràng # diem: 0]
    Tờ biên bản rời phòng họp mà chưa có chữ ký thì mỗi lần gõ lại là một lần đổi chữ. Ký ngay rồi gõ sau vẫn kịp. # nhan-xet # luat: vn.nd145.2020.d39
    -> ban_go_lai
* [Khỏi biên bản, em Tí đã ghi âm cả buổi bằng điện thoại # diem: 0]
    Sai: buổi đối thoại phải được lập biên bản có chữ ký. # vi-pham: khong-lap-bien-ban # luat: vn.nd145.2020.d39
    Ghi âm không thay được biên bản, và không ai ngồi nghe lại hai tiếng để biết việc nào xong ngày nào. # nhan-xet # luat: vn.nd145.2020.d39
    Chị Vân về gõ một bản theo trí nhớ của chị.
    -> ban_go_lai

=== cong_bo
~ qua_ngay_lam_viec(3)
Hết ngày làm việc thứ ba sau họp, bảng tin vẫn trống. Công nhân hỏi: "Họp ra được gì?"
* [Chụp nguyên biên bản, đăng lên trang mạng xã hội mở của địa phương # diem: 0]
    Luật buộc công bố nội dung chính cho người lao động, không phải đưa cả biên bản ra ngoài. Làm vậy, lần sau công ty không nói gì nữa. # nhan-xet # luat: vn.nd145.2020.d39
    ~ doi_tin(-10)
    ~ ket_cuc = 2
    -> tong_ket
* [Thôi, biên bản đã ký rồi, ai hỏi thì trả lời riêng # diem: 0]
    Không công bố thì {so_tv == 5:85|76} người còn lại không biết mà đòi, và việc đã hứa rơi vào quên lãng. Nội dung chính phải được công bố chậm nhất 03 ngày làm việc sau khi kết thúc. # nhan-xet # luat: vn.nd145.2020.d39
    ~ doi_tin(-20)
    ~ ket_cuc = 2
    -> tong_ket
* [Nhắc bằng văn bản: hạn 03 ngày làm việc đã hết; các tổ công đoàn phổ biến việc đã nhận # diem: 2]
    Công bố nội dung chính chậm nhất 03 ngày làm việc sau khi kết thúc. Nhắc công ty làm ngay, và để từng tổ theo dõi việc của tổ mình. # nhan-xet # luat: vn.nd145.2020.d39
    ~ doi_tin(10)
    { noi_dung and tin_cay >= 50:
        ~ ket_cuc = 1
    - else:
        ~ ket_cuc = 2
    }
    -> tong_ket

=== ban_go_lai
~ qua_ngay_lam_viec(3)
Thứ Hai 23/11, bản chị Vân gõ về đến nơi: việc sửa quạt thành "xem xét sửa quạt khi có điều kiện", không có ngày.
* [Ký cho xong, đòi từng chữ thì mất tình cảm # diem: 0]
    Ký là nhận rằng hai bên chỉ thống nhất đến thế. Chữ "xem xét" không có ngày thì không bao giờ quá hạn. # nhan-xet # luat: vn.nd145.2020.d39
    ~ doi_tin(-20)
    ~ ket_cuc = 3
    -> tong_ket
* [Ghi chỗ sai lời cạnh chữ ký, kèm xác nhận của người dự họp # diem: 2]
    Biên bản là để ghi điều hai bên đã nói. Phần chưa đúng phải được ghi ra, rồi cùng công bố nội dung chính. # nhan-xet # luat: vn.nd145.2020.d39
    ~ doi_tin(10)
    ~ ket_cuc = 2
    -> tong_ket
* [Không ký, cất đi, chờ kỳ đối thoại năm sau nói lại cho đầy đủ một thể # diem: 1]
    Không ký bản sai là đúng, nhưng bỏ đó thì một năm nữa vẫn không có quạt. Còn đối thoại theo yêu cầu: ít nhất 30% thành viên đại diện đồng ý nội dung là gửi được. # nhan-xet # luat: vn.nd145.2020.d40
    ~ ket_cuc = 2
    -> tong_ket

=== tong_ket
{ ho_so >= 3:
    Mỗi bước của anh/chị đều có giấy ghi ngày; có chuyện là có cái để đưa ra. # kinh-nghiem
- else:
    Cán bộ có kinh nghiệm đi bước nào lấy giấy bước ấy: nội dung gửi đi, biên bản không họp được, văn bản đề nghị họp lại, văn bản nhắc. # kinh-nghiem
}
{ not noi_dung:
    Nội dung có số người, số lần, số chiếc thì giám đốc khó trả lời chung chung. # kinh-nghiem # luat: vn.blld.2019.d64
}
{ so_tv == 14:
    Danh sách gọn từ 04 đến 08 người dễ đạt trên 70% hơn danh sách mười bốn người. # kinh-nghiem # luat: vn.nd145.2020.d38
}
{ loi_phap_ly > 0:
    Né đối thoại không mở ra quyền đình công. # kinh-nghiem # luat: vn.blld.2019.d199
}
{ nhan_tien:
    Tiền ủng hộ mà kèm điều kiện im lặng thì từ chối, và từ chối bằng văn bản. # kinh-nghiem # luat: vn.blld.2019.d175
}
Đối thoại định kỳ có bốn mốc: gửi nội dung chậm nhất 05 ngày làm việc trước ngày họp; có người đại diện theo pháp luật hoặc được uỷ quyền của công ty và trên 70% thành viên bên mình; biên bản có chữ ký; công bố nội dung chính chậm nhất 03 ngày làm việc sau khi kết thúc. # kinh-nghiem # luat: vn.nd145.2020.d39
{
- ket_cuc == 1:
    -> ket_that
- ket_cuc == 2:
    -> ket_nua_voi
- ket_cuc == 3:
    -> ket_hinh_thuc
- else:
    -> ket_dinh_cong
}

=== ket_that
Tuần sau quạt quay, giày về đủ cỡ. Ông Lâm nói với chị Vân: "Năm sau đặt lịch trước cho tôi." # ket-thuc: doi-thoai-that
-> END

=== ket_nua_voi
Có một buổi đối thoại, có vài việc được nhận, nhưng ai theo dõi, bao giờ xong thì còn mờ. Việc của anh/chị là giữ cho nó không trôi mất. # ket-thuc: doi-thoai-nua-voi
-> END

=== ket_hinh_thuc
Hồ sơ công ty ghi: "Đối thoại năm 2026: đã thực hiện." Ở xưởng in, mười một cái quạt vẫn nằm im. # ket-thuc: doi-thoai-tren-giay
-> END

=== ket_dinh_cong
Chuyện né đối thoại không ai nhắc nữa; người ta chỉ nói về cuộc đình công trái luật của công đoàn. # ket-thuc: dinh-cong-trai-luat
-> END
