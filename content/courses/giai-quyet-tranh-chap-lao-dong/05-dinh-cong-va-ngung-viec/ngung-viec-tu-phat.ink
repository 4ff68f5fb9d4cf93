INCLUDE phap-luat.ink
// Ngày 0: thứ Hai 30/11/2026, 7 giờ sáng. Luật ghi Chủ tịch UBND cấp huyện chủ trì cuộc gặp (Điều 211), nay hiểu là cấp xã.
VAR tin_cay = 60            // lòng tin của người lao động, 50–80
VAR gio_bao = 8             // giờ chính quyền nhận thông báo
VAR lanh_dao = false        // công đoàn nhận lãnh đạo cuộc ngừng việc và chưa rút lời
VAR danh_sach = false       // công ty có danh sách người tham gia
VAR xo_xat = false
VAR dung_dinh_muc = false   // công ty đã chịu dừng định mức mới bằng văn bản
VAR bien_ban = 0            // 2: biên bản đủ nội dung; 1: có văn bản nhưng thiếu; 0: lời hứa

-> mo_dau

=== function tin(n)
~ tin_cay = MAX(50, MIN(80, tin_cay + n))

=== mo_dau
7 giờ sáng thứ Hai 30/11/2026, Công ty Giày Minh Châu, 700 lao động. 300 công nhân xưởng cắt đứng ngoài chuyền. Họ đòi tăng 5% lương và bỏ định mức mới: ban hành tuần trước, không hỏi công đoàn, không áp dụng thử. Không ai đứng ra.
Điện thoại anh/chị, chủ tịch công đoàn cơ sở, rung liên hồi. Việc đầu tiên?
* [Tuyên bố công đoàn đứng ra lãnh đạo, để anh em có người đại diện đàng hoàng mà nói # diem: 0]
    ~ lanh_dao = true
    ~ tin(10)
    Tiếng vỗ tay rất to. Nhưng nhận lãnh đạo giữa chừng không chữa được các bước đã thiếu. # nhan-xet # luat: vn.blld.2019.d198, vn.blld.2019.d204
    ~ temp hop_phap = bat_dau_dinh_cong()
* [Đến xưởng ngay: không ai chặn ai, không ai đụng máy, ghi từng yêu cầu # diem: 2]
    ~ tin(10)
    Ngừng việc này không do tổ chức có quyền lãnh đạo nên trái luật, nhưng lúc này an toàn và việc nghe được điều anh em muốn là trước hết. # nhan-xet # luat: vn.blld.2019.d198, vn.blld.2019.d204, vn.blld.2019.d208
* [Đề nghị công ty lập danh sách, cho nghỉ ngay vài người cầm đầu để số còn lại vào làm # diem: 0]
    ~ danh_sach = true
    ~ tin(-20)
    Cho nghỉ việc, trả thù vì đình công là hành vi bị cấm, mà công đoàn lại bày cách. Chưa đến 8 giờ, cả xưởng đã biết chuyện danh sách. # vi-pham: xui-tru-dap # luat: vn.blld.2019.d208
- -> cong_xuong

=== cong_xuong
Bảo vệ chạy tới: "Có mấy cậu đem dây xích định khoá cổng, không cho ai vào, cũng không cho xe hàng ra!"
* [Kệ dây xích: cổng khoá thì công ty mới chịu nói chuyện, miễn là không ai đánh nhau # diem: 0]
    ~ xo_xat = true
    ~ tin(-10)
    Cản trở người không tham gia đi làm là hành vi bị cấm, cán bộ công đoàn không được làm ngơ. 7 giờ 40, hai công nhân xưởng may muốn vào bị xô ngã; công an xã lập biên bản. # vi-pham: de-can-tro-nguoi-di-lam # luat: vn.blld.2019.d208
* [Gọi công an đến giải tán đám đông trước, rồi công đoàn mới nói chuyện với từng người # diem: 1]
    ~ tin(-10)
    Không có dây xích nữa, nhưng người đầu tiên anh em thấy ở cổng là công an do công đoàn gọi. Chưa có bạo lực thì lời nói của anh/chị giữ trật tự tốt hơn. # nhan-xet # luat: vn.blld.2019.d208
* [Tự ra cổng, nhờ hai tổ trưởng giữ lối đi: ai muốn làm cứ vào, xe hàng cứ ra # diem: 2]
    Đúng việc: không cản trở người đi làm, không đụng tài sản. Dây xích nằm lại phòng bảo vệ. # nhan-xet # luat: vn.blld.2019.d208
- -> bao_tin

=== bao_tin
8 giờ. Phó chủ tịch công đoàn hỏi: "Mình báo ai không, hay để trong nhà giải quyết với nhau?"
* [Chưa báo ai, tự dàn xếp với giám đốc trước; báo ra ngoài thì công ty mất mặt # diem: 0]
    ~ gio_bao = 14
    Đến 14 giờ mới có người dân báo UBND xã. Đồng hồ 12 giờ chỉ chạy từ khi chính quyền nhận thông báo; sáu tiếng vừa rồi không ai giúp được anh/chị. # nhan-xet # luat: vn.blld.2019.d211
* [Gọi công đoàn cấp trên và UBND xã ngay, ghi giờ gọi, tên người nhận điện thoại # diem: 2]
    ~ gio_bao = 8
    Trong 12 giờ kể từ khi nhận thông báo, chính quyền phải gặp hai bên. Luật ghi cấp huyện, nay hiểu là cấp xã; báo cả công đoàn cấp trên để có người nối tiếp. # nhan-xet # luat: vn.blld.2019.d211
* [Gọi công đoàn cấp trên xin ý kiến, chờ cấp trên thấy cần thì báo chính quyền # diem: 1]
    ~ gio_bao = 11
    Cấp trên mất ba tiếng mới liên lạc xong. Báo hai nơi cùng lúc thì đồng hồ 12 giờ đã chạy từ 8 giờ. # nhan-xet # luat: vn.blld.2019.d211
- {lanh_dao: -> cap_tren_goi}
-> doi_danh_sach

=== cap_tren_goi
Chị Hoa ở công đoàn cấp trên gọi: "Nghe nói công đoàn nhận lãnh đạo? Toà án mà tuyên bất hợp pháp, có thiệt hại là tổ chức lãnh đạo phải bồi thường đấy."
* [Nói lại với anh em: công đoàn không lãnh đạo cuộc này, nhưng cùng anh em đi đòi # diem: 2]
    ~ lanh_dao = false
    ~ tin(-10)
    Khó nói, nhưng phải nói. Đứng về phía anh em không cần danh nghĩa lãnh đạo một cuộc ngừng việc sai trình tự. # nhan-xet # luat: vn.blld.2019.d204, vn.blld.2019.d217
* [Giữ lời đã nói, lùi lúc này thì mất hết uy tín; chuyện bồi thường tính sau # diem: 0]
    Uy tín giữ được một ngày. Tiếp tục lãnh đạo một cuộc ngừng việc sai trình tự thì cái giá nằm trong hồ sơ luật sư công ty đang soạn. # vi-pham: lanh-dao-ngung-viec-trai-luat # luat: vn.blld.2019.d204, vn.blld.2019.d217
- -> doi_danh_sach

=== doi_danh_sach
{danh_sach:Giám đốc, ông Đức, cầm danh sách trên tay: "Còn thiếu tổ 7. Công đoàn ghi nốt, rồi mới họp."|Giám đốc, ông Đức: "Muốn họp thì công đoàn đưa tôi tên những người tham gia, ai cầm đầu thì đánh dấu."}
* [Đưa danh sách để công ty chấm công cho đúng, nhưng không đánh dấu người cầm đầu # diem: 1]
    ~ danh_sach = true
    Chấm công là việc của công ty. Danh sách do công đoàn đưa, dù không đánh dấu, vẫn là nguyên liệu của trả thù. # nhan-xet # luat: vn.blld.2019.d208
* [Đưa danh sách có đánh dấu, vì họp được sớm thì 300 người cùng có lợi # diem: 0]
    ~ danh_sach = true
    ~ tin(-20)
    Đổi vài người lấy một cuộc họp. Luật cấm trù dập, trả thù vì đình công, đánh dấu tên là tiếp tay; còn anh em thì không quên ai đã đánh dấu. # vi-pham: tiep-tay-tru-dap # luat: vn.blld.2019.d208
* [Không đưa tên ai; mỗi tổ cử một người nói, công đoàn đọc yêu cầu đã ghi, họp ngay # diem: 2]
    { danh_sach:
        ~ danh_sach = false
        ~ tin(10)
        Anh/chị xin lại tờ danh sách buổi sáng và xé trước mặt mọi người. Chậm, nhưng ai cũng thấy. # nhan-xet # luat: vn.blld.2019.d208
    - else:
        ~ tin(10)
        Người nói cho tổ khác với người cầm đầu. Ông Đức bực, nhưng hỏi: "Thế họ đòi gì?" # nhan-xet # luat: vn.blld.2019.d208
    }
- -> muoi_hai_gio

=== muoi_hai_gio
Tổ trưởng tổ 3, anh Sáu: "Nhà nước có xuống không chủ tịch? Hay phải đợi Toà?"
* [Đợi Toà án tuyên cuộc ngừng việc trái luật rồi chính quyền mới được gặp hai bên # diem: 0]
    Không phải điều kiện. Cuộc gặp là để nghe, hỗ trợ và đưa sản xuất trở lại, không chờ Toà. # nhan-xet # luat: vn.blld.2019.d211
* [Trong 12 giờ từ khi nhận thông báo, chính quyền phải gặp hai bên, có công đoàn dự # diem: 2]
    ~ tin(10)
    Nhận lúc {gio_bao} giờ thì hạn là {gio_bao + 12 > 24:2 giờ sáng mai|{gio_bao + 12} giờ hôm nay}. Có mốc rõ, người ta bớt nóng. # nhan-xet # luat: vn.blld.2019.d211
* [Mình yêu cầu hoà giải viên, trong năm ngày làm việc họ phải kết thúc hoà giải # diem: 1]
    Có đường ấy khi đã gửi yêu cầu, nhưng nó không thay cuộc gặp trong 12 giờ, còn anh Sáu thì hỏi chuyện hôm nay. # nhan-xet # luat: vn.blld.2019.d188, vn.blld.2019.d211
- -> phan_loai

=== phan_loai
{ gio_bao == 14:
    ~ qua_ngay(1)
    Cuộc gặp lúc 20 giờ chỉ còn vài người; hẹn họp tiếp sáng hôm sau, xưởng cắt vẫn đứng ngoài.
- else:
    {gio_bao == 8:Cuộc gặp hẹn 14 giờ.|Cuộc gặp hẹn 17 giờ.} Anh/chị có một tiếng để kẻ hai cột.
}
{ gio_bao > 8:
    ~ gio_bao = 11
}
Hai yêu cầu: tăng 5% lương; bỏ định mức mới. Cột nào là về quyền, cột nào về lợi ích?
* [Cả hai là lợi ích, cùng đưa vào thương lượng; không thành thì hoà giải rồi đình công # diem: 1]
    Bỏ sót một vi phạm có thể yêu cầu sửa ngay: định mức không áp dụng thử, không tham khảo công đoàn. # nhan-xet # luat: vn.blld.2019.d93
* [Cả hai là quyền: công ty phải chịu cả hai, không chịu thì kiện ra Toà án # diem: 0]
    Tăng lương ngoài mức đã thoả thuận là lợi ích; Toà không giải quyết tranh chấp tập thể về lợi ích. # nhan-xet # luat: vn.blld.2019.d179, vn.blld.2019.d195
* [Định mức ban hành trái luật là về quyền; 5% lương là lợi ích, phải mở thương lượng # diem: 2]
    ~ dung_dinh_muc = true
    Tách ra mới giải được: phần công ty làm sai thì sửa ngay, không tham khảo tổ chức đại diện về định mức còn bị phạt; phần lương thì mở thương lượng. # nhan-xet # luat: vn.blld.2019.d70, vn.blld.2019.d93, vn.blld.2019.d179, vn.nd283.2026.d23
- -> cuoc_gap

=== cuoc_gap
Cuộc gặp có chính quyền, công đoàn cấp trên. {xo_xat:Biên bản xô xát ở cổng nằm sẵn trên bàn. }Ông Đức: "Vào làm đã, rồi tôi xem xét." {dung_dinh_muc:Anh/chị đặt tờ giấy hai cột lên bàn.|Anh/chị chưa biết nên đòi điều gì trước.}
* [Đòi ký tăng 5% ngay trong cuộc gặp, chưa ký thì chưa ai vào làm, xem ai chịu lâu hơn # diem: 0]
    ~ dung_dinh_muc = false
    ~ qua_ngay(1)
    Công đoàn vừa giữ anh em ở lại một cuộc ngừng việc trái luật để ép ký, trong khi lương chưa thương lượng một phiên nào; chiều hôm sau đôi bên mới ngồi lại. # vi-pham: keo-dai-ngung-viec-trai-luat # luat: vn.blld.2019.d70, vn.blld.2019.d204
* {dung_dinh_muc} [Định mức: dừng từ sáng mai, thử và hỏi công đoàn; lương: nhận yêu cầu, hẹn ngày họp # diem: 2]
    ~ tin(10)
    Hai cột, hai cách. Chủ trì hỏi ông Đức: "Định mức đã áp dụng thử chưa?" Ông im một lúc: "Thôi được, dừng." # nhan-xet # luat: vn.blld.2019.d70, vn.blld.2019.d93
* {not dung_dinh_muc} [Nhờ chủ trì hỏi công ty: định mức mới đã áp dụng thử và hỏi công đoàn chưa # diem: 2]
    ~ dung_dinh_muc = true
    Câu hỏi đúng, dù muộn. Chưa thử, chưa hỏi là ban hành trái luật, ông Đức chịu dừng; phần lương mở thương lượng. # nhan-xet # luat: vn.blld.2019.d93, vn.blld.2019.d70
* [Đề nghị anh em tin ông Đức, vào làm ngay cho kịp đơn; công đoàn theo dõi lời hứa # diem: 1]
    ~ dung_dinh_muc = false
    Êm được một buổi. "Xem xét" không có ngày, không có giấy; định mức sai thì vẫn đang áp dụng. # nhan-xet # luat: vn.blld.2019.d93
- ~ xo_xat = false
-> lap_bien_ban

=== lap_bien_ban
Chủ trì đề nghị lập biên bản trở lại làm việc. {dung_dinh_muc:Ông Đức đã chịu dừng định mức mới.|Định mức mới vẫn chưa ai chịu dừng.}
* {dung_dinh_muc} [Ghi: dừng định mức, lịch thương lượng lương, không trù dập ai, cách tính tiền lương # diem: 2]
    ~ bien_ban = 2
    Đủ bốn thứ: việc dừng ngay, lịch có ngày trong 30 ngày từ khi nhận yêu cầu, cam kết không trù dập, và tiền lương. # nhan-xet # luat: vn.blld.2019.d70, vn.blld.2019.d93, vn.blld.2019.d207, vn.blld.2019.d208
* {not dung_dinh_muc} [Xin nghỉ mười phút, trở lại đòi đủ: định mức, lịch lương, không trù dập, tiền lương # diem: 2]
    ~ bien_ban = 1
    Được lịch thương lượng, cam kết không trù dập và cách tính lương; định mức thì công ty chỉ ghi "sẽ tham khảo trong tháng". Vào cuộc gặp mà đòi điều này trước thì đã xong. # nhan-xet # luat: vn.blld.2019.d70, vn.blld.2019.d93, vn.blld.2019.d208
* [Ghi: công ty xem xét lương đợt tới, công đoàn cam kết không tái diễn, ai tái phạm bị xử lý # diem: 0]
    ~ bien_ban = 0
    ~ tin(-20)
    Công đoàn vừa ký một cam kết thay cho từng người và mở đường cho kỷ luật, đổi lấy chữ "xem xét". # nhan-xet # luat: vn.blld.2019.d208
* [Không cần biên bản, giám đốc hứa trước toàn xưởng có chính quyền chứng kiến là đủ # diem: 0]
    ~ bien_ban = 0
    Nhiều người nghe, không ai giữ. Thương lượng phải có ngày và có biên bản; lời hứa thì cuối tháng không có gì để dẫn lại. # nhan-xet # luat: vn.blld.2019.d70
- ~ dung_dinh_muc = false
-> tien_luong

=== tien_luong
Còn tiền lương. 300 người xưởng cắt ngừng việc; 54 người chuyền may không tham gia nhưng hết hàng phải ngồi chơi. Anh Sáu hỏi: "Có lương không?"
* [Báo anh em: cả 354 người đều được trả đủ lương, vì lỗi là ở định mức của công ty # diem: 0]
    Người tham gia không được trả lương, trừ khi hai bên có thoả thuận khác. Hứa điều chưa ai thoả thuận thì cuối tháng anh em hỏi anh/chị. # nhan-xet # luat: vn.blld.2019.d207
* [54 người có lương ngừng việc; 300 người thì đề nghị công ty thoả thuận riêng # diem: 2]
    ~ tin(10)
    Đúng hai nhóm. Lương ngừng việc của 54 người do thoả thuận, không dưới lương tối thiểu: hai bên ghi 220.000 đồng một người một ngày, 54 người là 11.880.000 đồng. Với 300 người, công ty thoả thuận trả một phần ba lương ngày. # nhan-xet # luat: vn.blld.2019.d99, vn.blld.2019.d207
* [Hôm nay chưa bàn tiền lương, để phòng lương tính, cuối tháng công đoàn kiểm lại # diem: 1]
    ~ tin(-10)
    Kiểm lại là tốt, nhưng lương ngừng việc của 54 người là mức phải thoả thuận; không ghi hôm nay thì cuối tháng phải cãi từ đầu. # nhan-xet # luat: vn.blld.2019.d207, vn.blld.2019.d99
- ~ qua_ngay(9 - ngay)
-> mot_tuan_sau

=== mot_tuan_sau
Thứ Tư tuần sau. {danh_sach:Ba người trong danh sách nhận giấy mời họp kỷ luật.|Hai công nhân hay nói ở tổ 3 bị chuyển sang kho bụi, không ai giải thích.} Vợ anh Sáu gọi anh/chị lúc 22 giờ, khóc.
* [Gửi văn bản phản đối, dẫn điều cấm trù dập{bien_ban > 0: và biên bản}, báo công đoàn cấp trên # diem: 2]
    ~ tin(10)
    {bien_ban > 0:Có dòng "không trù dập" trong biên bản, công ty rút lại trong hai ngày.|Không có dòng nào trong biên bản để dẫn, nhưng điều cấm vẫn ở trong luật; công ty tạm dừng.} Công ty kỷ luật, trù dập vì đình công là hành vi bị phạt. # nhan-xet # luat: vn.blld.2019.d208, vn.nd283.2026.d30
* [Khuyên họ chịu tạm một thời gian cho nguội, chống lại bây giờ lại thành chuyện lớn # diem: 0]
    ~ tin(-20)
    Họ chịu, và cả xưởng hiểu rằng lần sau không nói với công đoàn nữa. # nhan-xet # luat: vn.blld.2019.d208
* [Gặp riêng ông Đức xin cho từng người, nhẹ nhàng, không giấy tờ, giữ tình cảm hai bên # diem: 1]
    Xin được một người. Điều luật đã cấm thì không phải đi xin; văn bản bảo vệ được cả người chưa lên tiếng. # nhan-xet # luat: vn.blld.2019.d208
- -> vi_sao

=== vi_sao
Ban chấp hành họp. Chị Mừng hỏi câu khó nhất: "300 người biết trước, sao không ai nói với mình?"
* [Họp phê bình tổ trưởng công đoàn xưởng cắt vì không nắm tình hình, thay người khác # diem: 0]
    ~ tin(-10)
    Tổ trưởng mới cũng sẽ không được nghe gì, nếu nói ra mà không đi đến đâu. # nhan-xet # luat: vn.blld.2019.d178
* [Nghe từng tổ, đưa định mức ra đối thoại, lương ra thương lượng, rồi báo lại kết quả # diem: 2]
    ~ tin(10)
    Hai đường đáng lẽ phải có từ đầu. Định mức là việc công ty phải đối thoại; công đoàn còn tự yêu cầu được, với ít nhất 30% thành viên đại diện đồng ý nội dung. Lương thì thương lượng. # nhan-xet # luat: vn.blld.2019.d63, vn.blld.2019.d70, vn.blld.2019.d93, vn.nd145.2020.d40
* [Lập nhóm nhắn tin toàn xưởng để anh em phản ánh, ban chấp hành thay nhau trực đọc # diem: 1]
    Nghe được sớm hơn. Nhưng nghe xong phải có chỗ đưa lên bàn: đối thoại, thương lượng. # nhan-xet # luat: vn.blld.2019.d63
- { lanh_dao: -> ket_boi_thuong }
{ danh_sach and tin_cay < 60: -> ket_mat_long_tin }
{ bien_ban == 2: -> ket_cam_ket }
{ bien_ban == 1: -> ket_nua_duong }
-> ket_tai_dien

=== tong_ket
Nhìn lại:
{gio_bao == 8:Báo hai nơi từ 8 giờ, cuộc gặp diễn ra ngay chiều ấy: đồng hồ 12 giờ chỉ có ích khi có người bấm nó.|Báo muộn thì cuộc gặp muộn. Cán bộ có kinh nghiệm gọi công đoàn cấp trên và chính quyền trong giờ đầu, ghi giờ gọi.} # kinh-nghiem
{ loi_phap_ly > 0:
    Nhận lãnh đạo một cuộc ngừng việc đã bắt đầu không làm nó đúng luật, chỉ thêm một người chịu trách nhiệm. # kinh-nghiem
}
{ danh_sach:
    Danh sách đưa ra rồi thì khó lấy lại. Không đưa tên ai, kể cả "để chấm công". # kinh-nghiem
}
{bien_ban == 2:Bốn dòng trong biên bản đáng giá hơn một lời hứa to: dừng gì, họp ngày nào, không trù dập ai, lương tính sao.|Ra khỏi cuộc gặp phải có giấy với bốn dòng: dừng gì, họp ngày nào, không trù dập ai, lương tính sao.} # kinh-nghiem
Tách quyền và lợi ích trước khi vào phòng họp: phần sai luật sửa ngay được, phần lương thì mở thương lượng. # kinh-nghiem
->->

=== ket_cam_ket
Xưởng cắt làm với định mức cũ. Hai tuần bấm giờ thử có công đoàn đứng cạnh; phiên thương lượng lương đầu tiên ngày 14/12.
-> tong_ket ->
Trở lại làm việc với cam kết trên giấy: phần sai đã dừng, phần lương đã có lịch. # ket-thuc: tro-lai-co-cam-ket
-> END

=== ket_nua_duong
Xưởng cắt vào làm. Lương có lịch họp; định mức mới thì vẫn treo trên bảng, chữ "tham khảo trong tháng" nhỏ xíu bên dưới.
-> tong_ket ->
Được một nửa: có giấy, có lịch, còn định mức sai chưa dừng. # ket-thuc: nua-duong
-> END

=== ket_tai_dien
Hai tuần sau, không ai "xem xét" gì. 7 giờ sáng, lần này cả xưởng may cũng đứng ngoài chuyền.
~ tin(-10)
-> tong_ket ->
Lời hứa không ngày, không giấy: cuộc ngừng việc thứ hai lớn hơn cuộc đầu. # ket-thuc: tai-dien
-> END

=== ket_mat_long_tin
Cuối tháng, 85 người nộp đơn xin thôi tham gia công đoàn. Đơn nào cũng một dòng: "Vì cái danh sách."
-> tong_ket ->
Sản xuất trở lại, lòng tin thì không. # ket-thuc: mat-long-tin
-> END

=== ket_boi_thuong
Công ty yêu cầu Toà án. Toà tuyên cuộc ngừng việc do công đoàn nhận lãnh đạo là đình công bất hợp pháp; bảng thiệt hại gửi đến công đoàn. # luat: vn.blld.2019.d203, vn.blld.2019.d204, vn.blld.2019.d217
~ tin(-10)
-> tong_ket ->
Nhận lãnh đạo một cuộc ngừng việc sai trình tự: yêu cầu có lý chìm trong vụ bồi thường. # ket-thuc: boi-thuong
-> END
