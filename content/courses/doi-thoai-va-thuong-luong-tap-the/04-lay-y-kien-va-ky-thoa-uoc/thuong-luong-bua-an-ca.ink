INCLUDE phap-luat.ink
// Ngày 0: thứ Hai 14/9/2026; thoả ước hết hạn thứ Bảy 14/11/2026 (ngày 61). 420 người, 26 bữa một tháng:
// mỗi 1.000 đồng là 10.920.000 đồng một tháng; từ 18.000 lên 25.000 đồng là 76.440.000 đồng.
VAR tin_cay = 60            // lòng tin của người lao động, 50–80
VAR suc = 0                 // ẩn: lý lẽ và số liệu đã có trong tay, 0–3
VAR gia = 18                // bữa ăn ca, nghìn đồng
VAR da_hoi_so = false       // đã hỏi số liệu công ty bằng văn bản

-> mo_dau

=== function tin(n)
~ tin_cay = MAX(50, MIN(80, tin_cay + n))

=== mo_dau
Thứ Hai 14/9/2026. Công ty điện tử 420 lao động. Bữa ăn ca 18.000 đồng từ nhiều năm; 380 phiếu khảo sát, 92% muốn 25.000 đồng. Thoả ước hết hạn ngày 14/11. Công đoàn cơ sở là tổ chức đại diện duy nhất, đủ điều kiện yêu cầu thương lượng; anh/chị làm trưởng đoàn.
Chị Duyên, tổ trưởng chuyền hàn, chìa khay cơm: hai miếng đậu, canh lõng bõng.
* [Cả xưởng bỏ cơm một tuần cho công ty sốt ruột, họ nhượng rồi mới gửi văn bản # diem: 0]
    ~ qua_ngay(7)
    ~ tin(-10)
    Bỏ cơm chưa phải đình công, nhưng chưa thương lượng đã gây sức ép thì trái nguyên tắc thiện chí và dễ kéo theo ngừng việc trái luật. Một tuần đói, công ty im; anh/chị vẫn phải quay về gửi văn bản. # nhan-xet # luat: vn.blld.2019.d66, vn.blld.2019.d204
* [Gửi văn bản yêu cầu kèm nội dung, lấy ký nhận, mời công đoàn cấp trên cử người # diem: 2]
    ~ tin(10)
    Đúng lúc và đúng cách: trong 90 ngày trước khi thoả ước hết hạn, hai bên có thể thương lượng để kéo dài hoặc ký mới; công ty không được từ chối người của công đoàn cấp trên mà mình mời. # nhan-xet # luat: vn.blld.2019.d67, vn.blld.2019.d69, vn.blld.2019.d70, vn.blld.2019.d83
* [Gặp riêng giám đốc ký luôn phụ lục bữa ăn, cuối năm báo lại ở hội nghị người lao động # diem: 0]
    ~ qua_ngay(7)
    ~ tin(-10)
    Sai trình tự: sửa thoả ước phải qua thương lượng và làm thủ tục như ký mới, có lấy ý kiến người lao động. # vi-pham: sua-thoa-uoc-khong-lay-y-kien # luat: vn.blld.2019.d82, vn.blld.2019.d76
    Báo lại ở hội nghị không thay được lấy ý kiến trước khi ký. Công đoàn cấp trên trả phụ lục về; anh/chị gửi yêu cầu đúng cách, chậm một tuần. # nhan-xet # luat: vn.blld.2019.d76
- -> chuan_bi

=== chuan_bi
Văn bản đã có ký nhận. Anh Toàn, kế toán xưởng, được giao giữ số: "Mình lấy gì để nói 25.000 là hợp lý?"
* [Mang 92% phiếu khảo sát làm lý lẽ chính, vì đông người muốn thì công ty phải nghe # diem: 1]
    Phiếu cho biết lòng người, chưa cho biết giá cơm và tiền công ty phải chi. Người ngồi đối diện sẽ hỏi hai số ấy. # nhan-xet # luat: vn.blld.2019.d67
* [Lấy mức của tập đoàn bên cạnh 35.000 đồng làm mốc rồi để công ty tự hạ xuống dần # diem: 0]
    Anh em muốn 25.000 đồng. Con số 35.000 của nơi khác, không kèm hợp đồng, không kèm ngày, chỉ cần một câu hỏi lại là đổ, và công ty hết tin cả những con số thật. # nhan-xet # luat: vn.blld.2019.d66
* [Xem bếp một tuần, xin ba báo giá, tính tiền cho từng mức 21, 23, 25 nghìn # diem: 2]
    ~ suc = suc + 1
    Mỗi 1.000 đồng là 1.000 × 26 × 420, bằng 10.920.000 đồng một tháng; 25.000 đồng là thêm 76.440.000 đồng. Bữa ăn là nội dung thương lượng; có số thì bàn được. # nhan-xet # luat: vn.blld.2019.d67
- -> lich_hop

=== lich_hop
Công ty trả lời: "Sáu mươi ngày nữa ta bắt đầu. Luật cho thương lượng đến 90 ngày nên vẫn dư."
* [Đồng ý, vì bên nhận yêu cầu được chọn ngày và mình cũng cần thêm thời gian chuẩn bị # diem: 0]
    ~ qua_ngay(30)
    ~ tin(-10)
    Sai thời hạn: thương lượng phải bắt đầu không quá 30 ngày kể từ khi công ty nhận yêu cầu. # vi-pham: bat-dau-qua-30-ngay # luat: vn.blld.2019.d70
    90 ngày là thời gian thương lượng, không phải thời gian chờ. May mà công đoàn cấp trên gọi nhắc; công ty họp đúng ngày thứ 30 kể từ khi nhận. # nhan-xet # luat: vn.blld.2019.d70
* [Không trả lời, để quá 30 ngày rồi coi là công ty từ chối và gửi thẳng hoà giải viên # diem: 1]
    ~ qua_ngay(30)
    Đúng là không tiến hành đúng hạn thì thương lượng không thành. Nhưng đến ngày thứ 30 kể từ khi nhận thì công ty mời họp, và anh/chị mất một tháng không nhắc một câu. # nhan-xet # luat: vn.blld.2019.d70, vn.blld.2019.d71
* [Trả lời bằng văn bản: 07 ngày làm việc chốt lịch, 30 ngày bắt đầu; đưa sẵn ba ngày # diem: 2]
    ~ qua_ngay(14)
    Hai mốc ấy tính từ ngày nhận yêu cầu; 90 ngày là thời gian thương lượng chứ không phải thời gian chờ. Công ty chọn một trong ba ngày. # nhan-xet # luat: vn.blld.2019.d70
- -> phien_mot

=== phien_mot
Phiên một, ngày thứ {ngay}. Trưởng phòng nhân sự, ông Kha: "Suất ăn thuê ngoài, hợp đồng là bí mật. Tin tôi đi: suất 18.000 là đã bù lỗ."
* [Chụp trộm hợp đồng suất ăn ở nhà bếp, đưa lên nhóm chung cho mọi người cùng biết # diem: 0]
    Nhóm chung sôi lên một tối. Sáng sau công ty chỉ nói chuyện lộ tài liệu, không nói chuyện cơm. Luật có cách lấy số đàng hoàng hơn. # nhan-xet # luat: vn.blld.2019.d66, vn.blld.2019.d70
* [Giao văn bản hỏi tổng tiền suất ăn đã trả, số suất; ghi biên bản hạn 10 ngày # diem: 2]
    ~ suc = suc + 1
    ~ da_hoi_so = true
    Công ty cung cấp thông tin trong 10 ngày khi được yêu cầu; không cung cấp là hành vi bị phạt. Không cần bản hợp đồng: lấy tổng tiền chia cho số suất ra 16.500 đồng. # nhan-xet # luat: vn.blld.2019.d70, vn.nd283.2026.d22
* [Hỏi thêm vài câu tại bàn rồi ghi vào biên bản rằng công ty nói đã bù lỗ # diem: 1]
    Biên bản ghi một lời nói. Không yêu cầu bằng văn bản thì không có hạn nào cho công ty. # nhan-xet # luat: vn.blld.2019.d70
- ~ qua_ngay(14)
-> phien_hai

=== phien_hai
Phiên hai. Ông Kha vui vẻ: "21.000 đồng, kèm điều kiện bỏ thưởng chuyên cần 150.000 đồng một tháng." Tháng trước 290 trong 420 người được chuyên cần. Thêm 3.000 đồng mỗi bữa là 78.000 đồng một tháng.
* [Xin hội ý, tính ai được ai mất, hỏi các tổ, trả lời bằng gói khác # diem: 2]
    ~ suc = suc + 1
    ~ tin(10)
    290 người thiệt 72.000 đồng một tháng, 130 người được 78.000. Biên bản ghi điều thống nhất và điều còn khác; 21.000 nằm ở cột còn khác vì nó gắn với điều kiện. # nhan-xet # luat: vn.blld.2019.d70
* [Nhận ngay vì bữa ăn đã tăng 3.000 đồng, chuyên cần kỳ sau có dịp thì đòi lại # diem: 0]
    ~ tin(-20)
    150.000 trừ 78.000: người đi làm đều lại là người mất 72.000 đồng một tháng. Sáng hôm sau anh/chị phải xin ghi lại biên bản. # nhan-xet # luat: vn.blld.2019.d66, vn.blld.2019.d76
* [Tuyên bố thương lượng thất bại, tuần sau công đoàn ra quyết định đình công # diem: 0]
    Sai thứ tự: chưa qua hoà giải viên, chưa lấy ý kiến thì không được ra quyết định đình công. # vi-pham: tuyen-bo-dinh-cong-sai-thu-tu # luat: vn.blld.2019.d195, vn.blld.2019.d199, vn.blld.2019.d202
    Một bên tuyên bố thì thương lượng cũng chưa phải là không thành: còn hạn 90 ngày, hai bên chưa cùng tuyên bố. Công đoàn cấp trên yêu cầu anh/chị rút lời. # nhan-xet # luat: vn.blld.2019.d70, vn.blld.2019.d71
- ~ qua_ngay(35)
-> het_han_cu

=== het_han_cu
Ngày thứ {ngay}, thoả ước cũ đã qua ngày hết hạn, hai bên vẫn đang thương lượng. Ông Kha nhắn các chuyền: "Hết thoả ước rồi, từ tuần sau bữa ăn, chuyên cần công ty tính lại."
* [Báo anh em chuẩn bị mang cơm, vì thoả ước hết hạn thì quyền lợi trong đó cũng hết # diem: 0]
    ~ tin(-20)
    Không phải. Hết hạn mà vẫn đang thương lượng thì thoả ước cũ được tiếp tục thực hiện không quá 90 ngày, trừ khi hai bên có thoả thuận khác. # nhan-xet # luat: vn.blld.2019.d83
* [Xin công ty giữ bữa ăn thêm một tháng làm ơn cho anh em qua mùa đơn hàng # diem: 1]
    Ông Kha gật, như ban ơn. Điều anh/chị đi xin là điều luật đã cho, và dài hơn: không quá 90 ngày. # nhan-xet # luat: vn.blld.2019.d83
* [Gửi văn bản: đang thương lượng thì thoả ước cũ còn áp dụng, không quá 90 ngày # diem: 2]
    ~ tin(10)
    Đúng. Viết cả ngày cuối của 90 ngày ấy lên lịch của đoàn: sau hôm đó mà chưa ký, cũng không có thoả thuận khác, thì không còn thoả ước. # nhan-xet # luat: vn.blld.2019.d83
- -> phien_cuoi

=== phien_cuoi
Phiên ba.
{ suc >= 2:
    Bảng tính của anh Toàn nằm giữa bàn, không ai cãi con số nào. Giám đốc, bà Liên, tự đến: "24.000 đồng, giữ chuyên cần. Nhưng tôi cần cơm hết tới đâu gọi tới đó, đừng bỏ thừa."
- else:
    Không có bảng số nào chung, mỗi bên nói một kiểu. Giám đốc, bà Liên: "21.000 đồng, giữ chuyên cần. Hết."
}
* {suc >= 2} [Nhận 24.000 đồng, lập tổ giám sát bếp hai bên, báo suất ăn từ hôm trước # diem: 2]
    ~ gia = 24
    Gần hết mong muốn của anh em, và cho bà Liên thứ bà cần: bớt lãng phí. Ghi cả hai vào biên bản. Còn phải lấy ý kiến mới ký. # nhan-xet # luat: vn.blld.2019.d67, vn.blld.2019.d70
    -> lay_y_kien
* {suc >= 2} [Nhận 24.000 đồng nhưng không bàn chuyện cơm thừa, đó là việc của nhà bếp # diem: 1]
    ~ gia = 24
    ~ tin(-10)
    Được giá, bỏ mất điều có thể giữ chất lượng bữa ăn lâu dài: cùng giám sát bếp. # nhan-xet # luat: vn.blld.2019.d66
    -> lay_y_kien
* {suc >= 2} [Giữ đúng 25.000 đồng, thiếu 1.000 cũng không nhận vì 92% đã ghi phiếu như thế # diem: 0]
    ~ tin(-10)
    1.000 đồng một bữa là 26.000 đồng một tháng mỗi người. Phiếu cho biết mong muốn; hỏi lại anh em mức chấp nhận được là việc anh/chị chưa làm. Bốn mươi mốt ngày nữa trôi qua, hết hạn 90 ngày, không ai đề nghị kéo dài. # nhan-xet # luat: vn.blld.2019.d66, vn.blld.2019.d70
    ~ qua_ngay(41)
    -> be_tac
* {suc < 2} [Xin dừng hai tuần, {da_hoi_so:xin thêm ba báo giá|yêu cầu số liệu bằng văn bản}, trở lại với bảng tính ba mức # diem: 2]
    ~ qua_ngay(14)
    ~ gia = 23
    Muộn còn hơn không. {da_hoi_so:Đơn giá thật 16.500 đồng nằm cạnh ba báo giá|Công ty trả lời trong 10 ngày, đơn giá thật 16.500 đồng lộ ra}; bà Liên lên 23.000, giữ chuyên cần. Chuẩn bị từ đầu thì đã không mất hai tuần và 1.000 đồng. # nhan-xet # luat: vn.blld.2019.d70
    -> lay_y_kien
* {suc < 2} [Không nhận 21.000, hai bên lập biên bản không đạt thoả thuận rồi tính bước sau # diem: 1]
    Được, nếu thật hết đường. Nhưng {da_hoi_so:anh/chị chưa đặt lên bàn một gói nào có phép tính|anh/chị chưa hỏi một con số nào bằng văn bản}. # nhan-xet # luat: vn.blld.2019.d71
    -> be_tac
* {suc < 2} [Nhận 21.000 đồng cho xong, coi như được thêm 3.000 còn hơn không có gì # diem: 0]
    ~ gia = 21
    ~ tin(-20)
    Nhận thay 420 người một mức họ chưa được hỏi. Lá phiếu sắp tới sẽ trả lời. # nhan-xet # luat: vn.nd145.2020.d45, vn.blld.2019.d76
    -> lay_y_kien

=== lay_y_kien
Dự thảo: bữa ăn {gia}.000 đồng, giữ chuyên cần. Ông Kha: "380 người đã làm khảo sát rồi, ký luôn đi."
* [Có 380 phiếu khảo sát thì chỉ cần quá nửa số ấy, từ 191 người, là đủ để ký # diem: 0]
    ~ tin(-10)
    Sai tỷ lệ: phải có trên 50% của toàn bộ 420 người lao động tán thành. # vi-pham: sai-mau-so-lay-y-kien # luat: vn.blld.2019.d76
    Khảo sát hỏi điều mong muốn, không phải dự thảo này. Công đoàn cấp trên nhắc kịp: phát phiếu về dự thảo. # nhan-xet # luat: vn.blld.2019.d76
* [Lấy phiếu toàn bộ 420 người về đúng dự thảo này, từ 211 người tán thành mới ký # diem: 2]
    ~ tin(10)
    Trên 50% của 420 là từ 211. Hỏi cả người nghỉ phép, nghỉ thai sản; công ty không được cản trở, can thiệp. # nhan-xet # luat: vn.blld.2019.d76
* [Ban chấp hành họp biểu quyết, trên một nửa tán thành là đủ; rồi dán bảng tin # diem: 0]
    ~ tin(-10)
    Sai: thoả ước doanh nghiệp phải lấy ý kiến người lao động của doanh nghiệp, không phải ban chấp hành. # vi-pham: khong-lay-y-kien-nguoi-lao-dong # luat: vn.blld.2019.d76
    Lấy ý kiến ban lãnh đạo là cách của thoả ước ngành. Công đoàn cấp trên nhắc kịp: phát phiếu. # nhan-xet # luat: vn.blld.2019.d76
- { tin_cay >= 60 and gia > 21:
    Kiểm phiếu: 287 trên 420 tán thành, 68,3%. Biên bản có người của ba ca ký.
    -> sau_ky
}
-> thieu_phieu

=== thieu_phieu
Kiểm phiếu: phát 352, thu 310, tán thành 203. 203 trên 310 là 65,5%, nhưng trên 420 mới là 48,3%. Thiếu 8 phiếu; 68 người đang nghỉ hoặc lệch ca chưa nhận được phiếu.
* [Nhờ quản đốc cầm phiếu đi thu nốt 68 người, quản đốc hỏi thì ai cũng nộp ngay # diem: 0]
    ~ gia = 18
    Sai: để người của công ty đi thu phiếu là để công ty can thiệp việc lấy ý kiến. # vi-pham: cong-ty-can-thiep-lay-y-kien # luat: vn.blld.2019.d76
    Quản đốc cầm phiếu mở thì không ai dám ghi thật. Có người phản ánh, 68 phiếu ấy bỏ đi hết, thoả ước không ký được. # nhan-xet # luat: vn.blld.2019.d76, vn.blld.2019.d175
    -> ket_mat_thoa_uoc
* [Đưa phiếu tận tay 68 người, hỏi người không tán thành vì sao{gia == 21:, xin công ty sửa thành 22.000|} # diem: 2]
    { gia == 21:
        ~ gia = 22
        ~ qua_ngay(7)
        Bà Liên chịu 22.000 để khỏi lấy phiếu lần ba. Bản đã sửa thì phát lại cho cả 420 người: 229 tán thành, 54,5%. # nhan-xet # luat: vn.blld.2019.d76
    - else:
        Không sửa phiếu cũ, chỉ phát cho người chưa được phát. Thêm 35 phiếu thuận: 238 trên 420, 56,7%. # nhan-xet # luat: vn.blld.2019.d76
    }
    -> sau_ky
* [Ký luôn, vì 65,5% số phiếu thu về là quá nửa rõ ràng và ai cũng mong có cơm mới # diem: 0]
    Sai tỷ lệ: 203 trên 420 là 48,3%, chưa trên 50%, nên chưa được ký. # vi-pham: ky-khi-chua-qua-nua # luat: vn.blld.2019.d76
    Mẫu số là người lao động của doanh nghiệp, không phải phiếu thu về. Không tuân thủ quy trình ký kết là căn cứ để thoả ước vô hiệu toàn bộ. # nhan-xet # luat: vn.blld.2019.d86
    -> ket_vo_hieu

=== sau_ky
Hai bên ký. Ông Kha cất bản gốc vào tủ: "Xong. Công đoàn gửi cơ quan nào thì gửi, trong 30 ngày phải không?"
* [Đúng vậy, công đoàn gửi Sở Nội vụ trong 30 ngày, công ty giữ bản gốc là đủ # diem: 0]
    Sai thời hạn: phải gửi trong 10 ngày kể từ ngày ký. # vi-pham: gui-thoa-uoc-tre # luat: vn.blld.2019.d77
    Người phải gửi là công ty, và còn phải công bố thoả ước. Ông Kha gửi trễ, bị lập biên bản. # nhan-xet # luat: vn.blld.2019.d76, vn.blld.2019.d77, vn.nd283.2026.d22
* [Dán thoả ước ở nhà ăn hôm nay đã, còn việc gửi đi đâu thì chờ công ty hỏi lại sau # diem: 1]
    Công bố là đúng. Nhưng 10 ngày trôi nhanh: nhắc luôn công ty gửi Sở Nội vụ. # nhan-xet # luat: vn.blld.2019.d76, vn.blld.2019.d77
* [Công ty gửi Sở Nội vụ trong 10 ngày và công bố; công đoàn kiểm bếp # diem: 2]
    Đủ. Không gửi, không công bố đều bị phạt; còn bữa cơm thật thì phải có người nếm. # nhan-xet # luat: vn.blld.2019.d76, vn.blld.2019.d77, vn.nd283.2026.d22
- {gia >= 23: -> ket_thoa_uoc | -> ket_thoa_uoc_thap}

=== be_tac
~ phat_sinh_tranh_chap_loi_ich()
Ngày thứ {ngay}, thương lượng không thành, thoả ước cũ đã hết hạn. Chị Duyên hỏi: "Giờ mình đi đâu?"
* [Khởi kiện để Toà án định mức bữa ăn, vì thương lượng không thành là đã có căn cứ # diem: 0]
    ~ qua_ngay(10)
    Sai thẩm quyền: Toà án không giải quyết tranh chấp tập thể về lợi ích. # vi-pham: kien-toa-ve-loi-ich # luat: vn.blld.2019.d195
    Bước đầu bắt buộc là hoà giải viên lao động. Mười ngày mất đi trước khi anh/chị gửi đúng chỗ. # nhan-xet # luat: vn.blld.2019.d195
* [Yêu cầu hoà giải viên; không thành thì trọng tài hoặc thủ tục đình công # diem: 2]
    Đúng thứ tự của tranh chấp tập thể về lợi ích. # nhan-xet # luat: vn.blld.2019.d71, vn.blld.2019.d179, vn.blld.2019.d195, vn.blld.2019.d196
* [Dừng lại, chờ kỳ thoả ước sau hãy nêu, giữ quan hệ tốt với công ty lúc này là hơn # diem: 0]
    ~ tin(-20)
    Không trái luật nhưng gây hại: thoả ước cũ chỉ được tiếp tục khi hai bên còn thương lượng và không quá 90 ngày. Dừng hẳn thì anh em không còn thoả ước nào. # nhan-xet # luat: vn.blld.2019.d83, vn.blld.2019.d196
    -> ket_mat_thoa_uoc
- ~ gui_yeu_cau_hoa_giai()
~ qua_ngay_lam_viec(4)
-> hoa_giai

=== hoa_giai
Ngày thứ {ngay}. Hoà giải viên đề xuất 23.000 đồng, giữ chuyên cần. Bà Liên chịu. Biên bản hoà giải thành có giá trị như thoả ước doanh nghiệp.
* [Xin một buổi hỏi các tổ, đọc từng chữ, ghi ngày áp dụng rồi mới ký biên bản # diem: 2]
    ~ gia = 23
    ~ tin(10)
    Vì biên bản có giá trị như thoả ước nên soi như soi thoả ước: số tiền, ngày áp dụng, thưởng chuyên cần. # nhan-xet # luat: vn.blld.2019.d196
    -> ket_hoa_giai
* [Ký ngay tại chỗ cho kịp, chữ nghĩa để phòng nhân sự soạn lại sau cho gọn # diem: 1]
    ~ gia = 23
    Được 23.000, nhưng biên bản không ghi từ ngày nào; công ty áp dụng muộn một tháng. # nhan-xet # luat: vn.blld.2019.d196
    -> ket_hoa_giai
* [Từ chối, về cho nghỉ luôn hai hôm vì hoà giải xong rồi thì muốn nghỉ lúc nào cũng được # diem: 0]
    ~ hoa_giai_khong_thanh()
    ~ qua_ngay(1)
    Hoà giải không thành chỉ mở ra thủ tục, không thay cho thủ tục. # nhan-xet # luat: vn.blld.2019.d200
    ~ temp hop_phap = bat_dau_dinh_cong()
    -> ket_ngung_viec

=== tong_ket
Nhìn lại:
{ suc >= 2:
    Phiếu khảo sát cho lòng người, báo giá và số suất cho lý lẽ. Có cả hai thì con số tự đứng. # kinh-nghiem
- else:
    Thiếu số liệu thì 92% phiếu cũng khó thuyết phục người giữ tiền. Cán bộ có kinh nghiệm hỏi số bằng văn bản ngay phiên đầu, vì công ty có 10 ngày để trả lời. # kinh-nghiem
}
Đừng đổi món này lấy món kia khi chưa tính ai được, ai mất: 3.000 đồng một bữa nghe thì nhiều, nhưng 150.000 đồng chuyên cần nặng hơn. # kinh-nghiem
Ba lần đếm người khác nhau: phiếu khảo sát, phiếu thu về, và toàn bộ người lao động. Chỉ số cuối dùng để ký. # kinh-nghiem
{tin_cay >= 70:Anh em theo đến cuối vì lúc nào cũng biết chuyện đang đến đâu.|Mỗi lần quyết thay anh em là một lần phải đi giải thích. Hỏi trước đỡ mệt hơn.} # kinh-nghiem
->->

=== ket_thoa_uoc
Trưa thứ Hai đầu tiên, khay cơm có thịt, canh có rau, {gia}.000 đồng một suất. Chị Duyên gắp thử: "Được đấy."
-> tong_ket ->
Thoả ước mới: {gia}.000 đồng, giữ chuyên cần, đúng quy trình. # ket-thuc: thoa-uoc-moi
-> END

=== ket_thoa_uoc_thap
Khay cơm khá hơn một chút. Nhiều người vẫn mang theo lọ ruốc.
-> tong_ket ->
Có thoả ước đúng luật, nhưng {gia}.000 đồng còn xa điều anh em mong. # ket-thuc: thoa-uoc-thap
-> END

=== ket_hoa_giai
Biên bản hoà giải thành dán ở nhà ăn: 23.000 đồng, giữ chuyên cần.
-> tong_ket ->
Hoà giải thành: đi vòng một đoạn, nhưng không ai phải ngừng việc. # ket-thuc: hoa-giai-thanh
-> END

=== ket_vo_hieu
Thoả ước có chữ ký, có ảnh. Hai tháng sau, tranh cãi về phụ cấp khác làm lộ ra con số 203 trên 420.
~ tin(-10)
-> tong_ket ->
Thoả ước có nguy cơ bị Toà án tuyên vô hiệu toàn bộ: cơm mới chưa ăn quen đã phải cãi lại từ đầu. # ket-thuc: thoa-uoc-vo-hieu # luat: vn.blld.2019.d86, vn.blld.2019.d87
-> END

=== ket_mat_thoa_uoc
Hết thời gian được tiếp tục, thoả ước cũ thôi áp dụng. Không có thoả ước mới. Công ty thông báo "xem xét lại" cả bữa ăn lẫn chuyên cần.
-> tong_ket ->
Không còn thoả ước: bữa ăn trở về chỗ công ty muốn đặt đâu thì đặt. # ket-thuc: khong-con-thoa-uoc
-> END

=== ket_ngung_viec
Hai ngày máy dừng. Công ty yêu cầu Toà án xét; tổ chức lãnh đạo đình công bất hợp pháp mà gây thiệt hại thì phải bồi thường. # luat: vn.blld.2019.d217
~ tin(-20)
-> tong_ket ->
Sát đích thì trượt: đã có 23.000 đồng trên bàn mà đổi lấy một cuộc đình công trái luật. # ket-thuc: dinh-cong-trai-luat
-> END
