INCLUDE phap-luat.ink
// Ngày 0: thứ Hai 07/9/2026. Mỗi 1% lương là 20 triệu đồng một tháng (250 người, quỹ lương 2 tỷ đồng);
// mỗi 1.000 đồng bữa ăn là 6,5 triệu đồng (250 người × 26 bữa).
VAR tin_cay = 60            // lòng tin của người lao động, 50–80
VAR uy_quyen = false        // đã hỏi đủ mọi người nên biết sàn và thứ tự ưu tiên
VAR so_lieu = false         // đã xin được số liệu của công ty
VAR tran = 100               // ẩn: công ty chịu thêm được bao nhiêu triệu đồng một tháng (quỹ dự phòng và nỗi sợ dừng chuyền)
VAR ngay_bat_dau = 0
VAR goi = 0                 // gói trên bàn: 5 là lương 5%; 4 là 4%; 2 là 3% rồi thêm 1% từ tháng 6; 3 là 3%
VAR ngay_tau = 100          // ẩn: ngày đơn hàng lớn lên tàu (16/12/2026); qua ngày này công ty bớt sợ dừng chuyền

-> mo_dau

=== function tin(n)
~ tin_cay = MAX(50, MIN(80, tin_cay + n))

=== function noi_tran(n)
~ tran = MAX(90, tran + n)

=== mo_dau
Thứ Hai 07/9/2026. Công ty Nhựa Hưng Thịnh, 250 người, ba ca. Thoả ước cũ đã hết hạn; công đoàn cấp trên đã xác nhận công đoàn mình có quyền yêu cầu thương lượng, anh/chị làm trưởng đoàn.
Bốn chuyện anh em nói mãi: lương, bữa ăn ca 20.000 đồng, tăng ca báo lúc 15 giờ cùng ngày, tiền xăng. Một tuần nữa gửi yêu cầu. Đòi đến đâu, nhường được gì?
* [Họp ban chấp hành, chín người biểu quyết chốt con số rồi giữ kín cho chắc # diem: 0]
    ~ tin(-10)
    Nhanh, nhưng chín người không biết ca đêm cần gì nhất. Thoả ước sau này phải được cả công ty biểu quyết; con số do một phòng họp nghĩ ra thì lúc bỏ phiếu không ai thấy là của mình. # nhan-xet # luat: vn.nd145.2020.d45, vn.lcd.2024.d21
* [Hỏi các tổ trưởng công đoàn ca ngày, gom thành một bảng đề nghị chung # diem: 1]
    Có hỏi là tốt, nhưng hai ca kia vắng mặt. Sàn và thứ tự ưu tiên vẫn là đoán; đến lúc phải nhường anh/chị sẽ không biết nhường món nào. # nhan-xet # luat: vn.nd145.2020.d45
* [Phát phiếu hỏi ba ca: mong gì, thấp nhất bao nhiêu, nhường món nào trước # diem: 2]
    ~ uy_quyen = true
    ~ tin(10)
    Đây là uỷ quyền thật: mục tiêu, sàn, thứ tự. Người lao động là người biểu quyết nội dung thương lượng để ký thoả ước, nên hỏi họ từ đầu; phương án và sàn thì giữ trong đoàn. # nhan-xet # luat: vn.nd145.2020.d45, vn.lcd.2024.d21
- {uy_quyen:231 phiếu về. Muốn: lương thêm 7%, ăn 26.000 đồng, xăng 200.000 đồng, tăng ca báo trước một ngày. Sàn: lương 4%, ăn 24.000 đồng, và phải báo trước tăng ca. Nhường trước: tiền xăng. Chị Nga ca đêm viết: "Báo trước thì tôi mới gửi được con."|Bảng đề nghị: lương thêm 7%, ăn 26.000 đồng, xăng 200.000 đồng, tăng ca báo trước một ngày. Món nào nhường được, thấp nhất bao nhiêu, bảng không ghi.}
~ qua_ngay(7)
-> gui_yeu_cau

=== gui_yeu_cau
Thứ Hai 14/9. Anh Lâm, thư ký, hỏi: "Mình đưa cho công ty thế nào đây, chủ tịch?"
* [Gửi văn bản kèm bảng bốn nội dung, xin ký nhận ngày, mời công đoàn cấp trên # diem: 2]
    Từ ngày công ty nhận, các thời hạn bắt đầu chạy và công ty không được từ chối. Mời công đoàn cấp trên cử người là quyền của mình, bên kia không được từ chối. # nhan-xet # luat: vn.blld.2019.d69, vn.blld.2019.d70
* [Gửi văn bản yêu cầu trước, nội dung cụ thể hẹn trình bày miệng ở phiên đầu # diem: 1]
    ~ qua_ngay(16)
    Công ty trả lời chưa rõ bàn chuyện gì. Hơn hai tuần sau anh/chị gửi lại đủ nội dung, có ký nhận; ngày nhận giờ mới không cãi được. Gửi kèm nội dung ngay từ đầu thì không mất quãng ấy. # nhan-xet # luat: vn.blld.2019.d70
* [Gặp riêng giám đốc bên bàn trà, nói trước cho êm, văn bản tính sau cũng được # diem: 0]
    ~ qua_ngay(16)
    ~ tin(-10)
    Ông gật đầu rồi quên; hơn hai tuần không có gì để tính hạn, và có người thấy anh/chị ở phòng giám đốc. Thương lượng cần công khai, minh bạch; thời hạn chỉ chạy từ ngày nhận yêu cầu. Anh/chị gửi văn bản, có ký nhận. # nhan-xet # luat: vn.blld.2019.d66, vn.blld.2019.d70
- -> cho_tra_loi

=== cho_tra_loi
Bốn ngày sau, ông Vĩnh, giám đốc, gọi: "Cuối năm tôi bận giao hàng. Qua Tết ta ngồi, có vội gì đâu." Bà Hạnh, kế toán trưởng, nhắn thêm: "Luật cho 90 ngày cơ mà."
* [Trả lời: công ty không chốt lịch tuần này thì công đoàn cho dừng chuyền ép # diem: 0]
    ~ noi_tran(-10)
    ~ qua_ngay(30)
    Sai thứ tự: chưa thương lượng, chưa hoà giải thì không được đình công. # vi-pham: doa-dinh-cong-sai-thu-tu # luat: vn.blld.2019.d199, vn.blld.2019.d204
    Anh em hả dạ, nhưng ông Vĩnh thuê luật sư, để đến sát hạn 30 ngày mới họp, và lập sẵn quỹ "phòng khi dừng máy". Nhắc hạn bằng văn bản là đủ. # nhan-xet # luat: vn.blld.2019.d70
* [Trả lời bằng văn bản: 07 ngày làm việc chốt lịch, 30 ngày phải bắt đầu # diem: 2]
    ~ qua_ngay(14)
    Đúng. 07 ngày làm việc để thoả thuận địa điểm, thời gian; bắt đầu không quá 30 ngày kể từ khi nhận. 90 ngày là thời gian thương lượng, tính từ ngày bắt đầu, không phải thời gian chờ. # nhan-xet # luat: vn.blld.2019.d70
* [Không trả lời, chờ đủ 30 ngày; công ty trễ thì mình có cớ yêu cầu hoà giải # diem: 1]
    ~ qua_ngay(30)
    ~ tin(-10)
    Quá hạn mà không tiến hành thì đúng là thương lượng không thành, nhưng mục tiêu là thoả ước chứ không phải cái cớ. Công ty họp đúng ngày thứ 30 kể từ khi nhận; anh em thì hỏi cả tháng nay công đoàn làm gì. # nhan-xet # luat: vn.blld.2019.d70, vn.blld.2019.d71
- ~ ngay_bat_dau = ngay
-> phien_mot

=== phien_mot
Phiên một, ngày thứ {ngay}. Từ hôm nay tính 90 ngày. Bà Hạnh mở lời: "Năm nay lỗ. Cả bốn món của công đoàn là 229 triệu một tháng. Không có." Ông Vĩnh nhìn đồng hồ: "Dưới xưởng máy số 6 chạy lại chưa?"
* [Kể từng hoàn cảnh khó của anh em, xin công ty thương mà nghĩ lại con số # diem: 1]
    Chuyện thật thì nên kể, nhưng bà Hạnh chỉ đối đáp bằng số. Không hỏi số liệu thì phiên sau vẫn là lời nói chống lời nói. # nhan-xet # luat: vn.blld.2019.d70
* [Nói thẳng công ty lừa dối, cả đoàn đứng dậy bỏ về để tỏ thái độ # diem: 0]
    ~ noi_tran(-10)
    Không có số nào để chứng minh "lừa dối", và bỏ họp là tự làm mình mang tiếng thiếu thiện chí. Luật cho cách tốt hơn: yêu cầu thông tin. # nhan-xet # luat: vn.blld.2019.d66, vn.blld.2019.d70
* [Giao văn bản hỏi bốn con số, ghi biên bản ngày giao và hạn mười ngày # diem: 2]
    ~ so_lieu = true
    Công ty phải cung cấp thông tin trong 10 ngày khi được yêu cầu; không cung cấp là hành vi bị phạt. Tình hình sản xuất, thang lương, quỹ phúc lợi vốn đã là thứ phải công khai. # nhan-xet # luat: vn.blld.2019.d70, vn.nd145.2020.d43, vn.nd283.2026.d22
- Tan họp, ông Vĩnh hỏi nhỏ: "Đơn tàu tháng 12, anh em có tăng ca đều không?"
~ qua_ngay(14)
-> phien_hai

=== phien_hai
{so_lieu:Công ty trả lời đúng hạn: chín tháng có 90 người nghỉ việc, thay một người tốn 4 triệu đồng. 90 × 4 là 360 triệu, bình quân 40 triệu một tháng. Một đơn lớn lên tàu giữa tháng 12, trễ là phạt nặng.|Anh/chị không có con số nào ngoài bảng của mình. Một lái xe kể: "Đơn lớn giữa tháng 12 lên tàu, trễ ngày nào phạt ngày ấy."}
Phiên hai, bà Hạnh ra giá: lương 2%, ăn 21.000 đồng, không tiền xăng, tăng ca như cũ. "Lương tăng một lần là tăng mãi."
* {so_lieu} [Đặt 40 triệu mất vì nghỉ việc cạnh đề nghị lương, nhờ bà Hạnh tính lại # diem: 2]
    ~ noi_tran(10)
    Trúng chỗ bà Hạnh phải tính. Bà im, ghi vào sổ: "Để tôi tính lại chi phí thay người." Số do chính công ty đưa thì công ty không cãi. # nhan-xet # luat: vn.blld.2019.d67, vn.blld.2019.d70
* {not so_lieu} [Xin dừng nửa buổi, giao ngay văn bản hỏi số người nghỉ việc và chi phí thay # diem: 2]
    ~ noi_tran(10)
    Muộn một phiên nhưng đúng: công ty có 10 ngày để trả lời. Số về trước phiên ba: mỗi tháng mất khoảng 40 triệu đồng vì người nghỉ. Bà Hạnh bắt đầu tính lại. # nhan-xet # luat: vn.blld.2019.d70
* [Hạ ngay lương xuống 5% và ăn 24.000 đồng để tỏ thiện chí, chờ công ty đáp lại # diem: 1]
    Thiện chí không có nghĩa là tự trả giá với mình. Nhường mà không đổi lấy gì thì bên kia chỉ thấy còn nhường được. Đổi theo gói: "nếu… thì…". # nhan-xet # luat: vn.blld.2019.d66
* [Giữ đủ bốn món, tuyên bố thiếu một món thì đoàn không bàn món nào khác # diem: 0]
    Khoá mình vào thế được cả hoặc mất cả. Hợp tác, thiện chí là nguyên tắc của cả hai bên; và bốn món không nặng như nhau với người lao động. # nhan-xet # luat: vn.blld.2019.d66
- ~ so_lieu = false
~ qua_ngay(14)
-> phien_ba

=== phien_ba
Phiên ba, ngày thứ {ngay}. Ông Vĩnh đổi giọng: "Được, ăn 24.000 đồng luôn, khỏi tính. Nhưng bỏ thưởng chuyên cần 200.000 đồng. Ký ngay chiều nay thì còn, mai tôi rút." Bữa ăn thêm 4.000 đồng là 104.000 đồng mỗi người một tháng.
* [Nhận luôn, vì bữa ăn là thứ ai cũng được, còn chuyên cần để phiên sau đòi lại # diem: 0]
    ~ tin_cay = 50
    Người đang đạt chuyên cần mất 200.000 để được 104.000, tức thiệt 96.000 đồng. Anh/chị đổi thứ không ai cho phép đổi. Hai hôm sau phải xin ghi lại biên bản, và cả xưởng đã biết. # nhan-xet # luat: vn.blld.2019.d66, vn.blld.2019.d70
* [Xin hội ý, tính người được và người mất, ghi đề nghị vào cột chưa thống nhất # diem: 2]
    ~ tin(10)
    Hội ý 20 phút là đủ thấy: người đạt chuyên cần thiệt 96.000 đồng mỗi tháng. Biên bản ghi đó là đề nghị của công ty, có điều kiện; đoàn không nhận. Bữa ăn 24.000 đồng thì công ty đã lộ là làm được. # nhan-xet # luat: vn.blld.2019.d70
* [Trả lời ngay: không bỏ gì hết, và yêu cầu bữa ăn phải 26.000 đồng như đã nêu # diem: 1]
    Không sai, nhưng trả lời điều mới mà chưa hội ý thì bỏ phí một tín hiệu: công ty vừa cho thấy 24.000 đồng là làm được. # nhan-xet # luat: vn.blld.2019.d70
- ~ qua_ngay(14)
-> giua_hai_phien

=== giua_hai_phien
Giữa hai phiên. {tin_cay < 60:Có người nói to trong nhà ăn: "Công đoàn họp với ai, cho ai?" }Chị Nga ở ca đêm nhắn lúc nửa đêm: "Ca đêm lại bị báo tăng ca lúc chiều. Anh em định sáng mai tắt máy ép, cho ông Vĩnh biết mùi. Công đoàn gật một cái là làm."
* [Nhắn lại: cứ tắt một buổi, đừng nói công đoàn biết; phiên tới mình dễ ép giá # diem: 0]
    Gật đầu trong bóng tối vẫn là gật đầu. # nhan-xet # luat: vn.blld.2019.d204
    ~ phat_sinh_tranh_chap_loi_ich()
    ~ temp hop_phap = bat_dau_dinh_cong()
    ~ tran = 90
    ~ tin(-10)
    Bốn giờ dừng máy. Ông Vĩnh hoảng thật, nhưng kết luận của ông là: "Có ký gì họ cũng dừng được." Ông bắt đầu chuyển khuôn sang xưởng gia công khác.
* [Xuống ca đêm ngay, báo phiên họp đến đâu, hẹn phiên tới bàn việc này # diem: 2]
    ~ noi_tran(10)
    ~ tin(10)
    Người ta bớt nóng khi biết chuyện đi đến đâu. Đang thương lượng, chưa qua hoà giải thì chưa được đình công; nhưng làm thêm phải có người lao động đồng ý về thời gian, nên báo muộn là điểm yếu của công ty. Ông Vĩnh nghe quản đốc kể, phiên sau dịu hẳn. # nhan-xet # luat: vn.blld.2019.d199, vn.nd145.2020.d59
* [Bảo chị Nga giữ trật tự, chuyện phiên họp là bí mật, vài tuần nữa sẽ có kết quả # diem: 1]
    ~ tin(-10)
    Ngăn được buổi dừng máy nhưng để anh em trong bóng tối. Công khai, minh bạch là nguyên tắc thương lượng: tin chính thì báo cho anh em, chỉ phương án và sàn là giữ riêng. # nhan-xet # luat: vn.blld.2019.d66
- ~ qua_ngay(14)
-> phien_bon

=== phien_bon
Phiên bốn, ngày thứ {ngay}. Bà Hạnh nhích lên lương 3%. Ông Vĩnh chặn ở món thứ tư: "Báo trước một ngày à? Khuôn hỏng lúc trưa thì tôi chết với khách."
{uy_quyen:Anh/chị nhớ lá phiếu của chị Nga: báo trước là món không được bỏ.|Anh Lâm ghé tai: "Món báo trước, bỏ đi cho nhẹ?" Không ai trong đoàn biết món ấy nặng với mấy ca.}
* [Rút món báo trước, lấy lại bằng lương; tiền thì ai cũng hiểu và dễ biểu quyết # diem: 0]
    ~ tin_cay = 50
    Ông Vĩnh cười. Ca đêm thì không: với người gửi con, báo trước quan trọng hơn vài chục nghìn. Ở phiên sau anh/chị phải xin đưa món này trở lại. # nhan-xet # luat: vn.blld.2019.d66, vn.nd145.2020.d59
* [Giữ nguyên câu chữ, đọc lại luật: không ai đồng ý thì công ty không có tăng ca # diem: 1]
    Đúng luật: làm thêm phải được người lao động đồng ý. Nhưng lý lẽ ấy chỉ làm ông sợ hơn; anh/chị chưa trả lời câu hỏi thật của ông: khuôn hỏng thì ai chạy máy? # nhan-xet # luat: vn.blld.2019.d107
* [Báo trước một ngày, đổi lại có danh sách trực tự nguyện khi khuôn hỏng # diem: 2]
    ~ noi_tran(20)
    ~ tin(10)
    Thứ ông sợ không phải báo trước, mà là chuyền dừng. Danh sách trực tự nguyện, người nào đồng ý người ấy làm, giữ được cả hai. Làm thêm vốn phải được từng người đồng ý, nên cam kết này là thật. # nhan-xet # luat: vn.blld.2019.d67, vn.blld.2019.d107, vn.nd145.2020.d59
- ~ qua_ngay(14)
-> phien_nam

=== phien_nam
Phiên năm, ngày thứ {ngay}; còn {ngay_bat_dau + 90 - ngay} ngày của hạn 90 ngày.
{ ngay > ngay_tau:
    ~ noi_tran(-10)
    Đơn tháng 12 đã lên tàu. Ông Vĩnh ngồi ngả lưng, không nhìn đồng hồ nữa.
- else:
    Đơn tháng 12 chưa lên tàu. Ông Vĩnh đặt điện thoại úp xuống bàn.
}
{ tran >= 130:
    Bà Hạnh lật sổ: "Tính cả tiền thay người thì… cũng có khoản." Ông Vĩnh: "Miễn là chuyền chạy. Ký được trước khi tàu chạy không?"
- else:
    { tran >= 110:
        Bà Hạnh: "Tôi cố lắm thì được một trăm mười, mười lăm triệu một tháng." Ông Vĩnh không nói gì, mắt nhìn bà.
    - else:
        Bà Hạnh: "Quỹ chỉ còn ngần ấy, quá trăm triệu tôi không ký duyệt." Ông Vĩnh khoanh tay.
    }
}
Nhắc lại: mỗi tháng, 1% lương là 20 triệu đồng và 1.000 đồng bữa ăn là 6,5 triệu đồng. Anh/chị đặt gói nào lên bàn?
* {tran >= 130} [Lương 5%, ăn 24.000 đồng, báo trước; xăng để kỳ sau: 126 triệu # diem: 2]
    ~ goi = 5
    Hai người nhìn nhau, rồi gật. Anh/chị đã nghe được rằng họ còn khả năng, và đổi món nhẹ nhất lấy món nặng nhất. # nhan-xet # luat: vn.blld.2019.d67, vn.blld.2019.d70
    -> thong_nhat
* {tran < 130} [Lương 5%, ăn 24.000 đồng, báo trước; xăng để kỳ sau: 126 triệu # diem: 1]
    Đòi hơn sàn thì được, nhưng bà Hạnh vừa cho biết giới hạn của bà. Một đề nghị vượt xa con số ấy làm mất thêm một phiên. # nhan-xet # luat: vn.blld.2019.d70
    {tran >= 110: -> tra_gia | -> be_tac}
* {tran >= 130} [Lương 4%, ăn 24.000 đồng, báo trước; xăng để kỳ sau: 106 triệu # diem: 1]
    ~ goi = 4
    Họ nhận ngay, nhanh đến mức anh Lâm thở dài: câu "cũng có khoản" là lời mời đòi thêm. Gói này đủ sàn, nhưng để lại tiền trên bàn. # nhan-xet # luat: vn.blld.2019.d70
    -> thong_nhat
* {tran < 130} [Lương 4%, ăn 24.000 đồng, báo trước; xăng để kỳ sau: 106 triệu # diem: 2]
    Gói thấp nhất mà {uy_quyen:phiếu hỏi cho phép|anh em còn chịu được}, nói rõ ràng, có phép tính. # nhan-xet # luat: vn.blld.2019.d70
    { tran >= 110:
        ~ goi = 4
        -> thong_nhat
    }
    -> be_tac
* [Lương 3%, ăn 24.000 đồng, thôi báo trước; xăng để kỳ sau: 86 triệu # diem: 0]
    ~ goi = 3
    ~ tin_cay = 50
    Công ty nhận ngay. {uy_quyen:Nhưng phiếu hỏi ghi lương thấp nhất 4% và không bỏ báo trước: anh/chị đã ra ngoài uỷ quyền mà không hỏi lại.|Anh/chị không biết sàn của anh em ở đâu, nên không biết mình vừa bước qua nó.} Người có quyền biểu quyết là họ. # nhan-xet # luat: vn.nd145.2020.d45, vn.blld.2019.d76
    -> thong_nhat

=== tra_gia
Bà Hạnh bấm máy: "126 triệu thì không. 106 triệu tôi trình được: lương 4%, ăn 24.000 đồng, báo trước như đã bàn." Ông Vĩnh: "Tôi thế là hết."
* [Giữ 5% đến cùng, vì con số đã nói ra mà rút lại thì mất mặt với anh em # diem: 0]
    Mặt mũi của đoàn không phải lợi ích của 250 người. Hai tuần nữa trôi qua vì 20 triệu mà bên kia không có; hai bên lập biên bản không đạt thoả thuận. # nhan-xet # luat: vn.blld.2019.d66, vn.blld.2019.d71
    ~ qua_ngay(14)
    ~ phat_sinh_tranh_chap_loi_ich()
    ~ gui_yeu_cau_hoa_giai()
    -> ket_hoa_giai
* [Xin hội ý, so với điều anh em đã nói, nhận 106 triệu, ghi biên bản # diem: 2]
    ~ goi = 4
    Lương 4%, ăn 24.000 đồng, có báo trước. Ghi biên bản từng món, có chữ ký; còn phải lấy ý kiến mới ký thoả ước. # nhan-xet # luat: vn.blld.2019.d70, vn.blld.2019.d76
    -> thong_nhat
* [Nhận gói 106 triệu nhưng đòi thêm tiền xăng 200.000 đồng cho đủ bốn món # diem: 1]
    ~ goi = 4
    Xăng 200.000 đồng là 50 triệu một tháng; bà Hạnh lắc đầu và cả buổi chiều trôi qua. Cuối cùng vẫn là gói 106 triệu. Món nhẹ nhất đáng ra để dành đổi từ sớm. # nhan-xet # luat: vn.blld.2019.d66
    -> thong_nhat

=== be_tac
~ qua_ngay(14)
Hai tuần trôi qua, còn {ngay_bat_dau + 90 - ngay} ngày là hết hạn 90 ngày. Lời cuối của công ty: lương 3%, ăn 24.000 đồng, còn báo trước tăng ca thì "để xem"; tổng 86 triệu. {uy_quyen:Dưới sàn 4% của phiếu hỏi.|Không ai trong đoàn biết anh em có chịu không.} Ông Vĩnh: "Lấy thì ký."
* [Ký biên bản nhận 3%, có còn hơn không, về giải thích sau cho anh em hiểu # diem: 0]
    ~ goi = 3
    ~ tin_cay = 50
    Có thể anh em chịu 3%, nhưng phải là họ nói. Đoàn nhận thay rồi mới giải thích thì lá phiếu cuối sẽ trả lời. # nhan-xet # luat: vn.nd145.2020.d45, vn.blld.2019.d76
    -> thong_nhat
* [Ký thoả thuận kéo dài 30 ngày, ghi phần đã xong, đem 3% về hỏi lại cả ba ca # diem: 2]
    ~ qua_ngay(14)
    Hạn 90 ngày được kéo dài khi hai bên thoả thuận; nên làm bằng văn bản, trước khi hết hạn. Điều ngoài uỷ quyền thì hỏi lại người uỷ quyền. # nhan-xet # luat: vn.blld.2019.d70
    -> hoi_lai
* [Cùng công ty lập biên bản không đạt thoả thuận rồi gửi yêu cầu hoà giải viên # diem: 2]
    ~ phat_sinh_tranh_chap_loi_ich()
    ~ gui_yeu_cau_hoa_giai()
    Đúng đường: hai bên cùng tuyên bố không đạt là thương lượng không thành, thành tranh chấp tập thể về lợi ích, phải qua hoà giải viên trước. # nhan-xet # luat: vn.blld.2019.d71, vn.blld.2019.d179, vn.blld.2019.d195
    -> ket_hoa_giai
* [Thôi họp, im lặng chờ hết 90 ngày xem công ty có sốt ruột mà gọi lại không # diem: 0]
    ~ qua_ngay(14)
    ~ tin(-20)
    Không ai gọi. Hết hạn mà không thoả thuận là thương lượng không thành; không gửi yêu cầu thì không ai hoà giải cho mình cả. # nhan-xet # luat: vn.blld.2019.d71, vn.blld.2019.d180
    -> ket_het_han

=== hoi_lai
Đoàn hỏi cả ba ca trong ba ngày.
{ tin_cay >= 60:
    "Chủ tịch đã hỏi thì chúng tôi cũng nói thật," chị Nga đại diện ca đêm. "3% cũng được, nếu từ tháng 6 thêm 1% nữa, và tăng ca phải báo trước." Bà Hạnh tính: năm nay vừa quỹ, sang năm đơn mới bù. Ông Vĩnh gật.
    ~ goi = 2
    -> thong_nhat
- else:
    "Trước có hỏi đâu mà giờ hỏi." Đa số không chịu 3%. Hết thời gian kéo dài, hai bên lập biên bản không đạt.
    ~ phat_sinh_tranh_chap_loi_ich()
    ~ gui_yeu_cau_hoa_giai()
    -> ket_hoa_giai
}

=== thong_nhat
Dự thảo: {goi == 5:lương thêm 5%, ăn 24.000 đồng, tăng ca báo trước một ngày}{goi == 4:lương thêm 4%, ăn 24.000 đồng, tăng ca báo trước một ngày}{goi == 2:lương thêm 3%, từ tháng 6 thêm 1%, ăn 24.000 đồng, tăng ca báo trước một ngày}{goi == 3:lương thêm 3%, ăn 24.000 đồng}. Phòng nhân sự giục: "Thứ Sáu ký, có báo về chụp ảnh."
Công ty có 250 người, 180 là đoàn viên, 14 người đang nghỉ thai sản.
* [Hội nghị đại biểu 60 người giơ tay thông qua, ghi biên bản rồi ký thứ Sáu # diem: 0]
    Sai tỷ lệ: thoả ước chỉ được ký khi trên 50% người lao động của doanh nghiệp biểu quyết tán thành. # vi-pham: lay-y-kien-dai-bieu # luat: vn.blld.2019.d76
    60 đại biểu có giơ tay cả thì cũng chưa phải quá nửa của 250 người. # nhan-xet # luat: vn.blld.2019.d76
    -> cap_tren_hoi
* [Lấy phiếu 180 đoàn viên, vì công đoàn thương lượng và đại diện cho đoàn viên # diem: 0]
    Sai: phải lấy ý kiến toàn bộ người lao động, không chỉ đoàn viên. # vi-pham: chi-lay-y-kien-doan-vien # luat: vn.blld.2019.d76
    Thoả ước áp dụng cho toàn bộ người lao động, nên 70 người chưa vào công đoàn cũng được hỏi. # nhan-xet # luat: vn.blld.2019.d76, vn.blld.2019.d78
    -> cap_tren_hoi
* [Lấy phiếu cả 250 người, ba ca và người nghỉ thai sản; đủ 126 phiếu thuận mới ký # diem: 2]
    Đúng mẫu số: toàn bộ 250 người; trên 50% là từ 126. Thứ Sáu chụp ảnh hay không tính sau; sai bước lấy ý kiến thì thoả ước có thể bị tuyên vô hiệu toàn bộ. # nhan-xet # luat: vn.blld.2019.d76, vn.blld.2019.d86
    -> kiem_phieu

=== cap_tren_hoi
Chiều thứ Năm, anh Quốc ở công đoàn cấp trên gọi: "Lấy ý kiến kiểu gì đấy? Mẫu số bao nhiêu?" Giấy mời chụp ảnh thì đã phát rồi.
* [Hoãn lễ ký một tuần, lấy phiếu lại cả 250 người, có danh sách ký nhận # diem: 2]
    ~ qua_ngay(7)
    Sửa kịp. Hoãn một buổi lễ rẻ hơn một thoả ước bị Toà án tuyên vô hiệu. # nhan-xet # luat: vn.blld.2019.d76, vn.blld.2019.d87
    -> kiem_phieu
* [Cứ ký thứ Sáu cho kịp, phiếu của những người còn lại thu bổ sung sau cũng được # diem: 0]
    Sai thứ tự: lấy ý kiến rồi mới ký, không phải ký rồi mới lấy ý kiến. # vi-pham: ky-truoc-khi-lay-y-kien # luat: vn.blld.2019.d76
    Không tuân thủ quy trình thương lượng, ký kết là căn cứ để thoả ước vô hiệu toàn bộ. # nhan-xet # luat: vn.blld.2019.d86
    -> ket_vo_hieu

=== kiem_phieu
{ goi >= 4 and tin_cay >= 70:
    Kiểm phiếu có người của ba ca chứng kiến: 250 phiếu phát ra thu về 221; thuận 193. 193 trên 250 là 77,2%.
    -> ky
}
{ (goi >= 4 and tin_cay >= 60) or (goi == 2):
    Kiểm phiếu: thuận 141 trên 250, tức 56,4%. Qua được, không thừa nhiều.
    -> ky
}
Kiểm phiếu: thu về 208, thuận 113. Phòng nhân sự mừng: "113 trên 208 là 54,3%, quá nửa!" Nhưng 113 trên 250 mới là 45,2%, thiếu 13 phiếu. {goi == 3:Chị Nga nói thẳng: {uy_quyen:"Báo trước tăng ca, phiếu chúng tôi ghi rõ rồi mà."|"Có hỏi chúng tôi đâu."}|Nhiều phiếu ghi: "Không biết các anh chị bàn gì."}
* [Chưa ký; hỏi lý do từng ca, xin một phiên sửa dự thảo rồi lấy phiếu lại # diem: 2]
    ~ qua_ngay(14)
    Chưa quá nửa thì chưa được ký; không được sửa phiếu cũ. Hỏi lý do, sửa, rồi lấy ý kiến về bản đã sửa. # nhan-xet # luat: vn.blld.2019.d76
    -> phieu_lan_hai
* [Ký, vì đã quá nửa số phiếu thu về và công ty cũng xác nhận cách tính như thế # diem: 0]
    Sai tỷ lệ: 113 trên 250 là 45,2%, chưa trên 50%, nên chưa được ký. # vi-pham: ky-khi-chua-qua-nua # luat: vn.blld.2019.d76
    Mẫu số là người lao động của doanh nghiệp, không phải phiếu thu về. Hai bên cùng đồng ý một cách tính sai thì nó vẫn sai. # nhan-xet # luat: vn.blld.2019.d76, vn.blld.2019.d86
    -> ket_vo_hieu
* [Thông báo không đủ phiếu, cất dự thảo, hẹn anh em kỳ thương lượng sang năm # diem: 1]
    Không ký là đúng luật, nhưng bỏ luôn thì phí cả mùa thương lượng: hỏi lý do và sửa dự thảo vẫn còn kịp. # nhan-xet # luat: vn.blld.2019.d76
    -> ket_phieu_khong_qua

=== phieu_lan_hai
{goi == 3:Ca đêm chỉ cần một điều: báo trước một ngày, ghi vào thoả ước. Ông Vĩnh, được hứa có danh sách trực tự nguyện khi khuôn hỏng, chịu thêm điều ấy.|Ba buổi tối ở ba ca, anh/chị giải thích từng dòng; sửa chỗ ngày áp dụng cho rõ, từ ngày 01 tháng sau.} Lấy phiếu lại cả 250 người: thuận 139, tức 55,6%. Đủ.
~ tin(10)
-> ky

=== ky
Hai bên đã ký, ghi hiệu lực và thời hạn hai năm. Phòng nhân sự hỏi: "Xong rồi, giờ còn phải làm gì?"
* [Công đoàn giữ bản gốc, dán bảng tin một bản là đủ, không phải gửi đi đâu nữa # diem: 0]
    Sai: trong 10 ngày kể từ ngày ký, công ty phải gửi 01 bản thoả ước đến cơ quan lao động cấp tỉnh. # vi-pham: khong-gui-thoa-uoc # luat: vn.blld.2019.d77
    Cơ quan ấy nay là Sở Nội vụ. Dán bảng tin mới là một nửa; không gửi thì bị phạt. # nhan-xet # luat: vn.blld.2019.d77, vn.nd283.2026.d22
* [Công đoàn gửi Sở Nội vụ thay công ty cho nhanh, còn công bố thì công ty tự lo # diem: 1]
    Người có nghĩa vụ gửi là công ty; làm thay thì không ai giữ công ty làm đúng phần mình, cả việc gửi lẫn việc công bố. Cũng không phải chờ Sở trả lời: hiệu lực do hai bên thoả thuận, không ghi thì từ ngày ký. # nhan-xet # luat: vn.blld.2019.d76, vn.blld.2019.d77, vn.blld.2019.d78
* [Công ty gửi Sở Nội vụ một bản trong 10 ngày và công bố thoả ước # diem: 2]
    Người gửi là công ty, trong 10 ngày kể từ ngày ký; và phải công bố. Không gửi, không công bố đều bị phạt. # nhan-xet # luat: vn.blld.2019.d76, vn.blld.2019.d77, vn.nd283.2026.d22
- {goi >= 4: -> ket_vung | -> ket_mong}

=== tong_ket
Nhìn lại:
{uy_quyen:Hỏi cả ba ca trước khi đòi đã cho anh/chị ba thứ: mục tiêu, sàn, thứ tự. Đó là cái neo của cả mùa thương lượng.|Không hỏi đủ người từ đầu nên đến lúc phải đổi món, anh/chị đổi trong bóng tối. Cán bộ có kinh nghiệm phát phiếu trước, mang sàn đi, không mang lên bàn.} # kinh-nghiem
{ tran >= 130:
    Anh/chị đã nghe ra điều hai người kia không nói: bà Hạnh có khoản, nếu thấy giữ người là rẻ hơn; ông Vĩnh chỉ sợ chuyền dừng. # kinh-nghiem
- else:
    { tran >= 110:
        Công ty còn nới được nữa. Mỗi lần ông Vĩnh hỏi về máy và chuyến tàu là một lần ông nói điều mình sợ; mỗi con số bà Hạnh tự ghi là một cái cửa. # kinh-nghiem
    - else:
        Ông Vĩnh sợ dừng chuyền: làm ông sợ thêm thì ông cất tiền phòng thân, giúp ông bớt sợ thì ông mở quỹ. Bà Hạnh chỉ đổi ý trước số liệu do chính mình đưa. # kinh-nghiem
    }
}
{ngay_bat_dau > 21:Bắt đầu muộn là mất lợi thế: sau ngày đơn hàng lên tàu, công ty không còn vội.|Giữ lịch từ đầu giúp các phiên quyết định rơi vào lúc công ty đang cần yên ổn nhất.} # kinh-nghiem
{ loi_phap_ly > 0:
    Buổi tắt máy không có bước nào đúng luật, và chính nó làm công ty cứng lại. # kinh-nghiem
}
Bốn mốc phải thuộc: 07 ngày làm việc chốt lịch, 30 ngày bắt đầu, 90 ngày thương lượng, 10 ngày cho thông tin. Và trên 50% tính trên toàn bộ người lao động. # kinh-nghiem
->->

=== ket_vung
{goi == 5:Thoả ước có hiệu lực đúng tháng lương đầu năm: 5%, bữa ăn 24.000 đồng, báo trước tăng ca.|Thoả ước có hiệu lực: 4%, bữa ăn 24.000 đồng, báo trước tăng ca.} Chị Nga gửi một tấm ảnh: bảng tăng ca tuần sau, dán từ hôm trước.
-> tong_ket ->
Thoả ước vững: không dưới sàn của anh em, đúng quy trình, hai bên đều muốn giữ. # ket-thuc: thoa-uoc-vung
-> END

=== ket_mong
Thoả ước đã ký đúng luật, nhưng ít hơn điều anh em mong. Người ta vẫn đi làm, vẫn chào, và nhớ rõ từng con số.
-> tong_ket ->
Thoả ước mỏng: hợp pháp, có ích, và còn nợ anh em một kỳ thương lượng tốt hơn. # ket-thuc: thoa-uoc-mong
-> END

=== ket_vo_hieu
Ba tháng sau, một nhóm công nhân đem cách lấy ý kiến hôm ấy đi hỏi. Công ty viện luôn chuyện đó để dừng áp dụng: "Thoả ước sai quy trình thì chờ Toà án." Bữa ăn về lại 20.000 đồng.
~ tin(-20)
-> tong_ket ->
Thoả ước có nguy cơ bị Toà án tuyên vô hiệu toàn bộ vì sai bước lấy ý kiến. # ket-thuc: thoa-uoc-vo-hieu # luat: vn.blld.2019.d86, vn.blld.2019.d87
-> END

=== ket_phieu_khong_qua
Dự thảo nằm trong ngăn kéo. Bữa ăn vẫn 20.000 đồng, tăng ca vẫn báo lúc 15 giờ.
~ tin(-10)
-> tong_ket ->
Không đủ phiếu, không ký: đúng luật, nhưng chưa ai được gì. # ket-thuc: phieu-khong-qua
-> END

=== ket_hoa_giai
Hồ sơ gửi hoà giải viên: yêu cầu và giấy nhận, biên bản năm phiên, bảng hai cột "thống nhất" và "còn khác", phép tính. Trong lúc đó mọi người vẫn làm việc bình thường.
Hoà giải thành thì biên bản có giá trị như thoả ước doanh nghiệp; không thành thì trọng tài, nếu hai bên cùng chịu, hoặc thủ tục đình công. # luat: vn.blld.2019.d196, vn.blld.2019.d197
-> tong_ket ->
Chưa xong, nhưng đúng đường: tranh chấp về lợi ích đang ở chỗ hoà giải viên. # ket-thuc: chuyen-hoa-giai
-> END

=== ket_het_han
Hết 90 ngày. Không thoả ước, không biên bản, không yêu cầu hoà giải. Ông Vĩnh đăng thông báo thưởng Tết bằng năm ngoái; chị Nga rời tổ công đoàn.
-> tong_ket ->
Hết hạn trong im lặng: mất một mùa thương lượng và mất lòng tin. # ket-thuc: het-han-im-lang
-> END
