INCLUDE phap-luat.ink
// Ngày 0: thứ Hai 26/10/2026. 400 lao động; trên 50% là từ 201 người. Công đoàn đã tra Phụ lục VI Nghị định 145/2020/NĐ-CP.
VAR tin_cay = 70            // lòng tin của người lao động, 50–80
VAR muc = 0                 // phụ cấp cuối cùng, nghìn đồng một tháng
VAR chao = 0                // công ty chào trong những ngày chờ, nghìn đồng
VAR hop_phap = false
VAR da_ngung_sai = false    // đã có một cuộc ngừng việc trái luật
VAR quyet_dinh_ro = false   // hồ sơ cho trọng tài đầy đủ nên quyết định rõ ràng

-> mo_dau

=== function tin(n)
~ tin_cay = MAX(50, MIN(80, tin_cay + n))

=== mo_dau
~ phat_sinh_tranh_chap_loi_ich()
Thứ Hai 26/10/2026, Công ty Dệt Sông Trà, 400 lao động. Hôm qua hết 90 ngày thương lượng: công đoàn do anh/chị làm chủ tịch đề nghị phụ cấp thâm niên 300.000 đồng một tháng, công ty dừng ở 150.000. Mức thấp nhất anh em giao là 250.000. Công ty không thuộc danh mục nơi không được đình công.
Anh Tám, chuyền sợi, đập bàn: "Hết hạn rồi. Thứ Tư nghỉ hết một hôm là họ chịu liền."
* [Nghe anh Tám: 90 ngày đã hết mà không xong thì thứ Tư công đoàn lãnh đạo đình công # diem: 0]
    Hết hạn thương lượng mới là lúc tranh chấp bắt đầu được giải quyết, không phải lúc được đình công. # nhan-xet # luat: vn.blld.2019.d71, vn.blld.2019.d195
    ~ qua_ngay(2)
    -> dinh_cong
* [Gửi yêu cầu hoà giải viên ngay tuần này, nói rõ với anh em vì sao phải chờ # diem: 2]
    Đúng bước đầu tiên: tranh chấp tập thể về lợi ích bắt buộc qua hoà giải viên trước khi trọng tài hoặc đình công. # nhan-xet # luat: vn.blld.2019.d71, vn.blld.2019.d195
* [Lấy phiếu đình công trước; có phiếu trong tay rồi mới đi hoà giải thì nói mới có sức # diem: 0]
    ~ bao_lay_y_kien()
    ~ qua_ngay_lam_viec(2)
    Anh/chị báo công ty, hai ngày sau lấy phiếu cả 400 người, 236 người đồng ý. Sức thì có, nhưng thứ tự thì ngược. # nhan-xet # luat: vn.blld.2019.d196
    ~ lay_y_kien_dinh_cong(59)
- -> gui_hoa_giai

=== gui_hoa_giai
{ngay > 0:Ngày thứ {ngay}. }Chị Thơm, thư ký, mở máy: "Mình gửi đơn đi đâu, kèm những gì ạ?"
* [Nộp đơn ra Toà án để Toà quyết mức phụ cấp, vì Toà mới đủ sức buộc công ty # diem: 0]
    ~ qua_ngay(7)
    ~ gui_yeu_cau_hoa_giai()
    ~ qua_ngay_lam_viec(3)
    Tranh chấp tập thể về lợi ích không thuộc Toà án. Một tuần sau đơn về lại bàn, chị Thơm gửi hoà giải viên. # vi-pham: nop-don-toa-an # luat: vn.blld.2019.d195
    ~ loi_phap_ly++
* [Gửi hoà giải viên một đơn ngắn, giấy tờ thì tới buổi hoà giải mang theo trình sau # diem: 1]
    ~ gui_yeu_cau_hoa_giai()
    ~ qua_ngay_lam_viec(3)
    Đơn được nhận, nhưng hoà giải viên phải gọi hỏi từng tờ, mất ba ngày trong năm ngày làm việc phải kết thúc hoà giải. # nhan-xet # luat: vn.blld.2019.d188, vn.blld.2019.d196
* [Gửi hoà giải viên đơn kèm biên bản các phiên, bảng so hai bên, phép tính từng mức # diem: 2]
    ~ gui_yeu_cau_hoa_giai()
    ~ qua_ngay_lam_viec(3)
    Hoà giải viên phải kết thúc trong 05 ngày làm việc kể từ ngày nhận yêu cầu; hồ sơ đủ thì ngày nào cũng dùng được. # nhan-xet # luat: vn.blld.2019.d188, vn.blld.2019.d196
- -> truoc_buoi_hop

=== truoc_buoi_hop
Trước buổi hoà giải một hôm, bảng tin dán giấy: "Từ tháng này tạm ngừng tiền xăng của người có thâm niên, chờ giải quyết xong tranh chấp." {da_ngung_sai:Bảo vệ cười: "Bữa trước nghỉ cho đã đi." }Các chuyền xôn xao, có người bàn dệt chậm lại một nửa.
* (det_cham) [Cho các chuyền dệt chậm một nửa đến khi công ty gỡ giấy, ăn miếng trả miếng # diem: 0]
    Lệnh cấm hành động đơn phương buộc cả hai bên. Ngày mai trước mặt hoà giải viên, người phải giải thích là công đoàn. # vi-pham: hanh-dong-don-phuong # luat: vn.blld.2019.d186
* [Khuyên anh em bình tĩnh, để dành chuyện tiền xăng nói sau khi xong phụ cấp # diem: 1]
    ~ tin(-10)
    Giữ bình tĩnh là tốt, nhưng để yên thì thành lệ. Luật có sẵn điều để yêu cầu gỡ ngay. # nhan-xet # luat: vn.blld.2019.d186
* [Gửi văn bản yêu cầu gỡ: đang giải quyết thì không bên nào được đơn phương # diem: 2]
    ~ tin(10)
    Đúng điều luật, đúng lúc. Hoà giải viên ghi vào biên bản; sáng hôm sau tờ giấy được gỡ xuống. # nhan-xet # luat: vn.blld.2019.d186
- -> buoi_hoa_giai

=== buoi_hoa_giai
Ngày thứ {ngay}. {da_qua ? lay_y_kien_sai:Giám đốc, ông Phát, mở lời: "Các anh lấy phiếu đình công rồi còn hoà giải gì nữa?" }Nghe hai bên xong, hoà giải viên Lê đề xuất 200.000 đồng. Ông Phát: "Tôi ký được." Mức anh em giao thấp nhất là 250.000.
* [Ký ngay 200.000 cho chắc ăn, vì biên bản hoà giải thành có giá trị như thoả ước # diem: 0]
    ~ tin(-20)
    Chính vì có giá trị như thoả ước nên không tự ý ký dưới mức được giao. Hoà giải viên hỏi: "Anh chị đã hỏi người lao động chưa?" rồi cho nghỉ đến mai. Tối đó các tổ phản đối ầm ầm. # nhan-xet # luat: vn.blld.2019.d196
* [Đứng dậy ra về, vì đề xuất 200.000 của hoà giải viên chỉ là nói thay công ty # diem: 0]
    Hoà giải viên chỉ đề xuất, không ai bắt mình nhận. Bỏ về thì biên bản ghi công đoàn bỏ về, và mất cơ hội nói con số của mình. # nhan-xet # luat: vn.blld.2019.d180
* [Xin dừng đến mai, hỏi các tổ, trả lời trong hạn năm ngày làm việc # diem: 2]
    ~ tin(10)
    Đúng vai: người đại diện đi hỏi những người mình đại diện. Các tổ trả lời: giữ 250.000, chịu lùi ngày áp dụng. Ông Phát vẫn dừng ở 200.000. # nhan-xet # luat: vn.blld.2019.d182, vn.blld.2019.d196
- ~ qua_ngay_lam_viec(1)
~ hoa_giai_khong_thanh()
Hoà giải viên lập biên bản không thành: công đoàn 250.000, công ty 200.000.
-> chon_loi

=== chon_loi
Ngày thứ {ngay}. Ban chấp hành họp đến 21 giờ. Biên bản không thành nằm giữa bàn. Lối nào?
* [Hỏi công ty bằng văn bản có cùng chịu trọng tài không, hẹn trả lời trong ba ngày # diem: 2]
    Một lối hợp pháp và êm, nhưng phải hai bên đồng thuận; và trong lúc trọng tài làm việc thì không được đình công. # nhan-xet # luat: vn.blld.2019.d196, vn.blld.2019.d197
    ~ qua_ngay(3)
    { loi_phap_ly == 0:
        Ông Phát trả lời: đồng ý, "cho có người ngoài nói giùm".
        ~ dua_ra_trong_tai()
        -> trong_tai
    - else:
        Ông Phát từ chối: "Các anh làm sai thủ tục trước, tôi không tin." Không có đồng thuận thì không có trọng tài; còn lại thủ tục đình công.
        -> lay_phieu
    }
* [Bắt đầu thủ tục đình công theo ba bước, vừa làm vừa để cửa thương lượng ngỏ # diem: 2]
    Hoà giải không thành thì được tiến hành thủ tục: lấy ý kiến, ra quyết định và thông báo, tiến hành. # nhan-xet # luat: vn.blld.2019.d196, vn.blld.2019.d199, vn.blld.2019.d200
    -> lay_phieu
* {da_qua !? da_lay_y_kien} [Sáng mai nghỉ luôn: hoà giải không thành rồi thì quyền đình công đã có # diem: 0]
    Có quyền tiến hành thủ tục, chứ không phải bỏ thủ tục. # nhan-xet # luat: vn.blld.2019.d200
    ~ qua_ngay(1)
    -> dinh_cong
* {da_qua ? da_lay_y_kien} [Dùng luôn 236 phiếu đã lấy, gửi quyết định ba nơi, chờ 14 ngày rồi nghỉ # diem: 0]
    236 phiếu ấy lấy khi chưa hoà giải, nên cả chuỗi sau đứng trên một bước sai. Phải lấy lại. # nhan-xet # luat: vn.blld.2019.d196, vn.blld.2019.d201
    ~ gui_quyet_dinh_dinh_cong()
    ~ qua_ngay(14)
    -> dinh_cong

=== trong_tai
~ qua_ngay_lam_viec(7)
Ngày thứ {ngay}. Ban trọng tài vừa lập: mỗi bên chọn một người, hai người chọn Trưởng Ban. Có quyết định trong 30 ngày. Anh Tám lại đến: "Tháng 11 đơn gấp. Lấy phiếu đi, đủ phiếu thì nghỉ một hôm thúc trọng tài."
* [Lấy phiếu cho đủ bước, gửi quyết định ba nơi, báo trước 14 ngày rồi nghỉ một hôm # diem: 0]
    Làm đủ bước nhưng sai lúc: tranh chấp đang ở chỗ trọng tài. # nhan-xet # luat: vn.blld.2019.d197
    ~ bao_lay_y_kien()
    ~ qua_ngay_lam_viec(2)
    ~ lay_y_kien_dinh_cong(59)
    ~ gui_quyet_dinh_dinh_cong()
    ~ qua_ngay(14)
    -> dinh_cong
* [Nộp bản tóm tắt có số liệu, dán hạn 30 ngày lên bảng tin, vẫn làm việc # diem: 2]
    ~ quyet_dinh_ro = true
    ~ qua_ngay(28)
    Đang trọng tài thì không đình công. Hồ sơ rõ thì quyết định rõ: số tiền, ngày áp dụng, ai được hưởng. # nhan-xet # luat: vn.blld.2019.d197
* [Để trọng tài lo, công đoàn không nộp thêm gì và cũng không nói gì với anh em nữa # diem: 1]
    ~ tin(-10)
    ~ qua_ngay(28)
    Đưa chứng cứ là việc của các bên: quyết định rõ đến đâu là do hồ sơ mình nộp; còn anh em thì đoán già đoán non. # nhan-xet # luat: vn.blld.2019.d182
- -> quyet_dinh_trong_tai

=== quyet_dinh_trong_tai
Ngày thứ {ngay}. Ban trọng tài quyết định theo đa số: {quyet_dinh_ro:240.000 đồng mỗi tháng, từ kỳ lương tháng 12, cho người đủ năm năm|240.000 đồng mỗi tháng, "từ kỳ lương phù hợp"}.
{quyet_dinh_ro: -> thi_hanh | -> khong_thi_hanh}

=== thi_hanh
Ông Phát báo phòng lương chuẩn bị trả. Anh Tám chưa chịu: "Thiếu 10.000 so với mức mình giao!"
* [Không công bố vội, vì 240.000 dưới mức anh em giao nên để qua Tết cho lắng # diem: 1]
    ~ tin(-10)
    Giấu một quyết định mà ai rồi cũng thấy trên bảng lương thì chỉ mất thêm lòng tin. # nhan-xet # luat: vn.blld.2019.d180
* [Bác quyết định, đầu tuần cho nghỉ đòi đủ 250.000 vì trọng tài chưa xử thoả đáng # diem: 0]
    ~ tin(-10)
    Công ty đang thực hiện quyết định của Ban trọng tài thì không thuộc trường hợp được đình công. Anh/chị phải rút lời ngay trong ngày. # vi-pham: keu-goi-dinh-cong-trai-luat # luat: vn.blld.2019.d199, vn.blld.2019.d204
    ~ loi_phap_ly++
* [Công bố quyết định, lập danh sách người được hưởng, hẹn kiểm bảng lương tháng 12 # diem: 2]
    ~ tin(10)
    Đúng. Công ty không thực hiện thì lúc ấy mới mở lại thủ tục đình công; nên việc của mình là kiểm kỳ lương đầu. # nhan-xet # luat: vn.blld.2019.d197, vn.blld.2019.d199
- ~ muc = 240
-> ket_trong_tai

=== khong_thi_hanh
~ qua_ngay(21)
Ngày thứ {ngay}. Qua kỳ lương, bảng lương không có dòng phụ cấp. Phòng nhân sự: "Có ghi tháng nào đâu."
* [Kiện ra Toà án buộc công ty thực hiện quyết định của Ban trọng tài cho nhanh # diem: 0]
    ~ qua_ngay(7)
    Đường ra Toà khi không thi hành quyết định trọng tài là của tranh chấp cá nhân và tập thể về quyền. Tranh chấp về lợi ích thì mở lại thủ tục đình công. # vi-pham: nop-don-toa-an # luat: vn.blld.2019.d189, vn.blld.2019.d193, vn.blld.2019.d195, vn.blld.2019.d197
    ~ loi_phap_ly++
* [Gửi văn bản yêu cầu thực hiện có hạn; quá hạn thì mở thủ tục lấy ý kiến # diem: 2]
    ~ qua_ngay(7)
    ~ tin(10)
    Công ty không thực hiện quyết định trọng tài là một trường hợp được tiến hành thủ tục đình công. # nhan-xet # luat: vn.blld.2019.d197, vn.blld.2019.d199
* [Tuần sau nghỉ luôn: trọng tài đã cho mình đúng thì khỏi phải phiếu, khỏi phải báo # diem: 0]
    ~ trong_tai_khong_thanh()
    ~ qua_ngay(7)
    Có lý do đúng vẫn phải đủ ba bước. # nhan-xet # luat: vn.blld.2019.d200
    -> dinh_cong
- ~ trong_tai_khong_thanh()
-> lay_phieu

=== lay_phieu
// Sang thứ Hai kế tiếp: lấy ý kiến, gửi quyết định và bắt đầu đều rơi vào ngày làm việc.
~ qua_ngay((7 - ngay mod 7) mod 7)
Thứ Hai, ngày thứ {ngay}. {lay_phieu > 1:Lấy ý kiến lại từ đầu|Bước một: lấy ý kiến}. Công ty có 400 người, 260 là đoàn viên. Chị Thơm: "Làm kiểu nào cho không ai bắt lỗi được?"
* [Lấy phiếu ngay chiều nay khi anh em đang nóng, tối về báo công ty sau cũng được # diem: 0]
    Nóng thì nhiều phiếu thật: 232 trên 400. # nhan-xet # luat: vn.blld.2019.d201
    ~ lay_y_kien_dinh_cong(58)
+ [Báo công ty trước hai ngày, lấy phiếu kín cả 400 người ở giờ đổi ca # diem: 2]
    ~ bao_lay_y_kien()
    ~ qua_ngay_lam_viec(2)
    Báo trước ít nhất 01 ngày, hỏi toàn thể, không làm đứt sản xuất, công ty không được cản trở. # nhan-xet # luat: vn.blld.2019.d201
    { tin_cay >= 60:
        ~ lay_y_kien_dinh_cong(59)
        Kết quả: 236 trên 400 người đồng ý, 59%.
    - else:
        ~ lay_y_kien_dinh_cong(48)
        Kết quả: thu 300 phiếu, 192 đồng ý. 192 trên 400 là 48%.
    }
* [Báo công ty trước hai ngày, chỉ lấy phiếu 260 đoàn viên vì công đoàn đại diện cho họ # diem: 0]
    ~ bao_lay_y_kien()
    ~ qua_ngay_lam_viec(2)
    Luật cho hỏi toàn thể người lao động hoặc thành viên ban lãnh đạo các tổ chức tham gia thương lượng; danh sách chỉ gồm đoàn viên không phải cách nào trong hai cách ấy. 188 phiếu thuận tính trên 400 người mới là 47%. # vi-pham: lay-y-kien-sai-doi-tuong # luat: vn.blld.2019.d201, vn.blld.2019.d202
    ~ loi_phap_ly++
    ~ lay_y_kien_dinh_cong(47)
    ~ da_qua += lay_y_kien_sai
- {da_qua ? tren_mot_nua: -> gui_quyet_dinh | -> thieu_phieu}

=== thieu_phieu
Chưa quá nửa. Anh Tám: "Quá nửa số phiếu thu về là được rồi, trừ mấy người không bỏ phiếu ra."
* [Ra quyết định, vì tính trên số phiếu thu về thì đã hơn 60%; gửi ba nơi, chờ 14 ngày # diem: 0]
    Mẫu số là số người được lấy ý kiến, kể cả người không nộp phiếu. # nhan-xet # luat: vn.blld.2019.d202
    ~ gui_quyet_dinh_dinh_cong()
    ~ qua_ngay(14)
    -> dinh_cong
* [Thôi thủ tục, nhờ hoà giải viên ghi thoả thuận 200.000 sau khi đã hỏi lại các tổ # diem: 1]
    Hợp pháp: lúc nào hai bên cũng được tiếp tục thoả thuận hoặc nhờ hoà giải. Nhưng chưa hỏi vì sao anh em không bỏ phiếu mà đã lùi. # nhan-xet # luat: vn.blld.2019.d203
    ~ muc = 200
    -> ket_it_hon
+ [Dừng, công bố kết quả, xuống ba ca hỏi lý do, rồi báo và lấy phiếu lại # diem: 2]
    Không quá nửa thì không đình công. Xuống ca mới biết: nhiều người tưởng nghỉ mà vẫn có lương. Nói thật về tiền lương, nói rõ mục tiêu. # nhan-xet # luat: vn.blld.2019.d202, vn.blld.2019.d207
    ~ tin(20)
    ~ qua_ngay(5)
    -> lay_phieu

=== gui_quyet_dinh
Bước hai: quyết định bằng văn bản. { da_qua ? lay_y_kien_sai:Chị Hà, công đoàn cấp trên, đọc hồ sơ, gõ bút: "Lấy ý kiến chưa đúng trình tự. Toà án xem cái này đầu tiên."|Chị Hà, công đoàn cấp trên, đọc hồ sơ lấy ý kiến: "Được. Giờ tính ngày."}
+ {da_qua ? lay_y_kien_sai} [Bỏ lần phiếu ấy, báo công ty và lấy lại cho đúng, chậm vài ngày cũng chịu # diem: 2]
    Lỗi ở bước lấy ý kiến chỉ sửa được bằng cách lấy lại. # nhan-xet # luat: vn.blld.2019.d201, vn.blld.2019.d204
    -> lay_phieu
* [Nhắn cho giám đốc bản chụp quyết định, hẹn 14 ngày nữa; xã và Sở thì gửi sau # diem: 0]
    Bản chụp qua tin nhắn cho một nơi không thay được quyết định bằng văn bản gửi đủ ba nơi. # nhan-xet # luat: vn.blld.2019.d202, vn.nd129.2025.d68
    ~ qua_ngay(14)
    -> dinh_cong
* [Gửi đủ ba nơi hôm nay, bốn ngày nữa bắt đầu, trúng lúc công ty giao hàng gấp # diem: 0]
    Đủ nơi nhưng thiếu ngày: 05 ngày làm việc là mức ít nhất; khoá học đếm từ sau ngày gửi, trừ thứ Bảy, Chủ nhật, ngày lễ. # vi-pham: hen-ngay-qua-gan # luat: vn.blld.2019.d202, vn.nd129.2025.d68
    ~ loi_phap_ly++
    ~ gui_quyet_dinh_dinh_cong()
    -> bao_ngan
+ {da_qua !? lay_y_kien_sai} [Gửi công ty, UBND xã, Sở Nội vụ, có giấy nhận; 14 ngày nữa mới bắt đầu # diem: 2]
    Ba nơi, ít nhất 05 ngày làm việc; để dư vài ngày thì không sợ đếm nhầm ngày nghỉ. # nhan-xet # luat: vn.blld.2019.d202, vn.nd129.2025.d68
    ~ gui_quyet_dinh_dinh_cong()
    -> ngay_cho

=== bao_ngan
Hôm sau có thư của luật sư công ty: "Quyết định đến không đủ 05 ngày làm việc. Công ty sẽ yêu cầu Toà án xét."
* [Rút quyết định ấy, gửi lại đủ ba nơi, 14 ngày nữa mới bắt đầu # diem: 2]
    ~ qua_ngay_lam_viec(1)
    ~ rut_quyet_dinh_dinh_cong()
    ~ gui_quyet_dinh_dinh_cong()
    Tổ chức đại diện được rút quyết định; gửi lại thì đếm lại từ đầu. Chậm hơn mười ngày để đứng trên đất vững. # nhan-xet # luat: vn.blld.2019.d202, vn.blld.2019.d203
    { da_qua ? lay_y_kien_sai:
        Chị Hà nhắc thêm: phiếu vẫn chưa đúng trình tự. Anh/chị báo công ty và lấy lại, 228 trên 400 người đồng ý, rồi mới gửi.
        ~ rut_quyet_dinh_dinh_cong()
        ~ bao_lay_y_kien()
        ~ qua_ngay_lam_viec(2)
        ~ lay_y_kien_dinh_cong(57)
        ~ gui_quyet_dinh_dinh_cong()
    }
    -> ngay_cho
* [Cứ bắt đầu như đã báo, thiếu một hai ngày không đáng gì so với cả năm chờ đợi # diem: 0]
    Sai một ngày cũng là sai trình tự. # nhan-xet # luat: vn.blld.2019.d204
    ~ qua_ngay(4)
    -> dinh_cong

=== ngay_cho
Những ngày chờ. Trưởng ca nhắn vào nhóm: "Ai nghỉ là cắt hợp đồng." Ông Phát mời họp. Ở cổng, vài anh định dán danh sách những người không chịu đình công.
* [Không họp nữa, đã có quyết định thì hai bên gặp nhau ở cổng đúng ngày giờ # diem: 1]
    ~ chao = 220
    Quyết định không đóng cửa thương lượng. Mấy ngày này là lúc công ty dễ đổi ý nhất mà mình lại vắng mặt. # nhan-xet # luat: vn.blld.2019.d203
* (ep_buoc) [Cho dán danh sách để ai lừng khừng phải nghĩ lại, đông người thì mới có sức # diem: 0]
    ~ chao = 220
    ~ tin(-10)
    Ép người khác đình công cũng bị cấm như cản trở đình công. Tham gia hay không là việc mỗi người tự quyết định. # vi-pham: ep-buoc-dinh-cong # luat: vn.blld.2019.d208, vn.nd145.2020.d45, vn.nd283.2026.d30
* [Gỡ danh sách, chụp tin nhắn gửi văn bản phản đối, dự họp, lập tổ giữ trật tự # diem: 2]
    ~ chao = 250
    ~ tin(10)
    Đúng cả ba việc: luật cấm chấm dứt hợp đồng vì đình công nên lời doạ ấy phải phản đối; không ai bị ép; và vẫn thương lượng. # nhan-xet # luat: vn.blld.2019.d203, vn.blld.2019.d208
- ~ qua_ngay(14)
-> gio_chot

=== gio_chot
Ngày thứ {ngay}, còn một giờ nữa là đến giờ ghi trong quyết định. Ông Phát gọi: "{chao} nghìn. Tôi ký ngay."
{chao == 250:Đúng mức anh em giao.|Vẫn dưới mức 250 nghìn anh em giao.}
* {chao == 250} [Ký 250.000, rút quyết định và gửi văn bản rút đến đủ ba nơi đã nhận # diem: 2]
    Ký trước, rút sau, báo đủ ba nơi. Đây là kết quả đẹp nhất của một quyết định đình công: không phải dùng đến. # nhan-xet # luat: vn.blld.2019.d203
    ~ rut_quyet_dinh_dinh_cong()
    ~ muc = 250
    -> ket_thoa_thuan
* {chao == 250} [Ký 250.000 nhưng giữ quyết định treo đó, phòng khi công ty nuốt lời # diem: 1]
    Đã đạt thoả thuận thì quyết định ấy hết lý do; công ty không thực hiện là một tranh chấp khác. Chị Hà nhắc, chiều đó anh/chị gửi văn bản rút. # nhan-xet # luat: vn.blld.2019.d203
    ~ rut_quyet_dinh_dinh_cong()
    ~ muc = 250
    -> ket_thoa_thuan
* {chao == 250} [Cứ nghỉ một ngày cho công ty biết sức rồi chiều ký 250.000 cũng chưa muộn # diem: 0]
    ~ tin(-10)
    Đình công là để đạt yêu cầu; công ty đã chịu đúng mức thì nghỉ thêm một ngày chỉ mất một ngày lương của mọi người. Chị Hà giữ lại kịp: ký 250.000, gửi văn bản rút. # nhan-xet # luat: vn.blld.2019.d198, vn.blld.2019.d207
    ~ rut_quyet_dinh_dinh_cong()
    ~ muc = 250
    -> ket_thoa_thuan
* {chao < 250} [Đến giờ thì tiến hành đúng quyết định, có tổ trật tự, vẫn mở điện thoại # diem: 2]
    Đến giờ mà công ty không chấp nhận yêu cầu thì tiến hành. # nhan-xet # luat: vn.blld.2019.d200, vn.blld.2019.d203
    -> dinh_cong
* {chao < 250} [Nhận 220.000 tại chỗ, khỏi hỏi ai, nghỉ việc ngày nào là mất lương ngày ấy # diem: 0]
    ~ tin(-20)
    Tránh được mất lương, nhưng anh/chị vừa tự hạ mức mà 400 người đã biểu quyết để giữ. # nhan-xet # luat: vn.blld.2019.d182
    ~ rut_quyet_dinh_dinh_cong()
    ~ muc = 220
    -> ket_it_hon
* {chao < 250} [Dùng một giờ còn lại hỏi nhanh các ca có nhận 220.000 không, rồi mới trả lời # diem: 2]
    Mức dưới mức được giao thì phải hỏi người giao, dù hỏi sớm trong những ngày chờ thì hơn. Các ca trả lời không; đúng giờ, cuộc đình công bắt đầu. # nhan-xet # luat: vn.blld.2019.d203
    -> dinh_cong

=== dinh_cong
Ngày thứ {ngay}. Máy dệt dừng.
~ hop_phap = bat_dau_dinh_cong()
{ hop_phap:
    Tranh chấp về lợi ích, đã hoà giải, đủ phiếu, đủ nơi, đủ ngày: không thiếu bước nào. # luat: vn.blld.2019.d199, vn.blld.2019.d200
    -> trong_dinh_cong
}
{da_ngung_sai: -> toa_an | -> sai_luat}

=== sai_luat
~ tin(-10)
Chính quyền mời hai bên gặp trong 12 giờ; luật ghi Chủ tịch UBND cấp huyện, nay hiểu là cấp xã. Công ty đã soạn đơn gửi Toà án. Chị Hà gọi: "Dừng được thì dừng ngay hôm nay."
~ da_ngung_sai = true
~ rut_quyet_dinh_dinh_cong()
* (keo_dai) [Giữ thêm ba ngày cho công ty thấm, Toà án có tuyên thì khi ấy tính tiếp # diem: 0]
    ~ tin_cay = 50
    ~ qua_ngay(3)
    Mỗi ngày là thêm thiệt hại, và tổ chức lãnh đạo đình công bất hợp pháp gây thiệt hại thì phải bồi thường. Ngày thứ tư anh em tự trở lại; công ty giữ đơn và bảng thiệt hại, chờ lần sau. # vi-pham: keo-dai-dinh-cong-trai-luat # luat: vn.blld.2019.d204, vn.blld.2019.d217
* [Kêu gọi trở lại làm việc ngay, dự cuộc gặp, xin đi lại từ bước còn thiếu # diem: 2]
    Sửa sớm là sửa rẻ nhất. Cuộc gặp là để nghe, hỗ trợ và đưa sản xuất trở lại bình thường, có công đoàn cùng dự. # nhan-xet # luat: vn.blld.2019.d211
* (nop_ten) [Nói đây là tự phát, đưa công ty tên ba người đứng đầu để công đoàn khỏi liên đới # diem: 0]
    ~ tin_cay = 50
    Luật cấm trả thù người đình công, nộp tên là tiếp tay; và ai cũng biết quyết định là của công đoàn. Chị Hà buộc anh/chị kêu gọi trở lại làm việc. # vi-pham: tiep-tay-tru-dap # luat: vn.blld.2019.d208
- ~ qua_ngay_lam_viec(1)
{ da_qua !? hoa_giai_xong: -> gui_hoa_giai }
{ da_qua ? trong_tai_dang_lam:
    Ban trọng tài vẫn làm việc của mình.
    ~ qua_ngay(9)
    -> quyet_dinh_trong_tai
}
{ da_qua ? tren_mot_nua and da_qua !? lay_y_kien_sai: -> gui_quyet_dinh }
-> lay_phieu

=== trong_dinh_cong
Ngày đầu. 150 người chọn đi làm. Ở cổng số 2 có tiếng gọi: "Chặn xe hàng lại!"
* [Mở lối cho người đi làm và xe hàng, ghi ba danh sách mỗi ngày, chiều vẫn họp # diem: 2]
    ~ muc = 250
    Không cản trở người không tham gia. Ba danh sách là để tính lương: người tham gia không có, trừ thoả thuận khác; người phải ngừng việc theo thì có. # nhan-xet # luat: vn.blld.2019.d207, vn.blld.2019.d208
    -> ket_dinh_cong
* [Bảo mọi người ở nhà cho an toàn, không ai trực, ba ngày sau hẵng gọi công ty # diem: 1]
    ~ muc = 230
    Không sai luật, nhưng không ai giữ cổng thì chuyện xấu xảy ra không ai biết, và không ai ngồi bàn để chốt. # nhan-xet # luat: vn.blld.2019.d203
    -> ket_dinh_cong
* (chan_cong) [Chặn cả hai cổng đến khi ông Phát ra ký, đình công mà hàng vẫn chạy thì vô ích # diem: 0]
    ~ muc = 200
    ~ tin(-10)
    Cản trở người không tham gia đi làm là hành vi bị cấm, dù cuộc đình công hợp pháp. Có xô xát, biên bản được lập, báo chí chỉ còn nói chuyện cái cổng. # vi-pham: can-tro-nguoi-di-lam # luat: vn.blld.2019.d208, vn.nd283.2026.d30
    -> ket_mat_the

=== tong_ket
Nhìn lại:
{ loi_phap_ly == 0:
    Về trình tự, không sai bước nào trong cả chặng đường. # kinh-nghiem
- else:
    Số lỗi về trình tự: {loi_phap_ly}. Mỗi lỗi là một lý do để công ty nói chuyện thủ tục thay vì nói chuyện phụ cấp. # kinh-nghiem
}
{ truoc_buoi_hop.det_cham or ngay_cho.ep_buoc or sai_luat.keo_dai or sai_luat.nop_ten or trong_dinh_cong.chan_cong:
    Việc luật cấm thì đủ thủ tục cũng không gỡ lại được. {truoc_buoi_hop.det_cham:Dệt chậm khi đang giải quyết tranh chấp. }{ngay_cho.ep_buoc:Ép người không muốn đình công. }{sai_luat.keo_dai:Kéo dài cuộc ngừng việc trái luật. }{sai_luat.nop_ten:Tiếp tay cho trả thù. }{trong_dinh_cong.chan_cong:Chặn người đi làm. } # kinh-nghiem
}
{ da_qua ? lay_y_kien_sai:
    Lấy ý kiến sai lúc hoặc không báo trước thì phải lấy lại; ra quyết định trên lần phiếu sai không chữa được gì. # kinh-nghiem
}
{ muc >= 240:
    {loi_phap_ly == 0:Sức ép nằm ở chỗ mọi bước đều đúng|Sức ép trở lại khi bước sai đã được sửa}: công ty không còn gì để cãi ngoài con số. # kinh-nghiem
- else:
    Cán bộ có kinh nghiệm dùng những ngày chờ để họp, hỏi người lao động trước khi hạ mức, và không cho ai một cái cớ về trật tự hay thủ tục. # kinh-nghiem
}
Thứ tự phải thuộc: hoà giải 05 ngày làm việc; trọng tài nếu hai bên cùng chịu; hoặc báo trước 01 ngày, lấy phiếu trên 50%, quyết định gửi ba nơi trước ít nhất 05 ngày làm việc. # kinh-nghiem # luat: vn.blld.2019.d196, vn.blld.2019.d197, vn.blld.2019.d201, vn.blld.2019.d202
Hơn thua là ở hồ sơ: đơn, biên bản, danh sách, phiếu, giấy nhận, mỗi thứ một bản gốc giữ ở công đoàn. # kinh-nghiem
->->

=== toa_an
~ qua_ngay(10)
Công ty gửi đơn. Ít ngày sau Toà án mở phiên họp, xem biên bản hoà giải, hồ sơ lấy ý kiến, quyết định, giấy nhận; và tuyên cuộc đình công bất hợp pháp. Mọi người phải ngừng ngay và trở lại làm việc. Công ty đưa bảng thiệt hại. # luat: vn.blld.2019.d217, vn.blttds.2015.d403, vn.blttds.2015.d410, vn.blttds.2015.d412
~ tin_cay = 50
-> tong_ket ->
Yêu cầu có lý mà thua vì sai trình tự: trở lại làm việc, và còn chuyện bồi thường. # ket-thuc: bat-hop-phap
-> END

=== ket_thoa_thuan
Không máy nào phải dừng. Bảng lương kỳ tới có dòng mới: phụ cấp thâm niên 250.000 đồng.
-> tong_ket ->
Thoả thuận trước giờ: đủ mức được giao, không ai mất một ngày lương. # ket-thuc: thoa-thuan-truoc-gio
-> END

=== ket_trong_tai
Kỳ lương tháng 12 có dòng phụ cấp thâm niên 240.000 đồng. Chị Thơm cất hồ sơ vào tủ, ghi ngày kiểm tra kỳ sau.
-> tong_ket ->
Xong bằng trọng tài: êm, gần đủ mức, không ngừng việc ngày nào. # ket-thuc: trong-tai
-> END

=== ket_it_hon
Phụ cấp {muc}.000 đồng, dưới mức anh em giao. Không ai mất lương, nhưng ở nhà ăn người ta im khi anh/chị đến.
-> tong_ket ->
Dừng lại dưới mức được giao, và còn nợ anh em một lời giải thích. # ket-thuc: duoi-muc-duoc-giao
-> END

=== ket_dinh_cong
{muc == 250:Chiều ngày thứ hai, ông Phát ký 250.000 đồng.|Ngày thứ tư, công ty nhắn qua chị Hà: 230.000 đồng. Các tổ mệt, và nhận.} Công đoàn báo chấm dứt đình công. Người tham gia không có lương những ngày ấy, vì không có thoả thuận khác. # luat: vn.blld.2019.d207
-> tong_ket ->
Đình công hợp pháp: đủ bước, có kết quả, và có giá phải trả. # ket-thuc: dinh-cong-hop-phap
-> END

=== ket_mat_the
Cuộc đình công bắt đầu đúng luật kết thúc sau hai ngày, với biên bản xô xát và mức 200.000 đồng mà công ty đã chịu từ buổi hoà giải.
-> tong_ket ->
Đúng bước lúc bắt đầu, mất thế vì cái cổng bị chặn. # ket-thuc: mat-the-vi-can-tro
-> END
