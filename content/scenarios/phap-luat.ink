// Đồng hồ luật định và bộ kiểm tra thứ tự các bước pháp lý, dùng chung cho mọi tình huống (INCLUDE phap-luat.ink).
// Mỗi lỗi về thứ tự được nói ngay, kèm điều luật, và ghi vào loi_phap_ly. Căn cứ: Bộ luật Lao động, đối chiếu ngày 21/11/2026.

// ---- Đồng hồ -------------------------------------------------------------------------------------------------------
VAR ngay = 0                // số ngày lịch đã qua kể từ ngày mở đầu
VAR thu_mo_dau = 1          // thứ của ngày mở đầu: 1 là thứ Hai, 7 là Chủ nhật

=== function la_ngay_lam_viec(n)
~ return (thu_mo_dau - 1 + n) mod 7 < 5

// Cho qua n ngày lịch.
=== function qua_ngay(n)
~ ngay = ngay + n

// Cho qua n ngày làm việc (thứ Hai đến thứ Sáu; tình huống tránh ngày lễ).
=== function qua_ngay_lam_viec(n)
{ n > 0:
    ~ ngay = ngay + 1
    { la_ngay_lam_viec(ngay):
        ~ n = n - 1
    }
    ~ qua_ngay_lam_viec(n)
}

// Số ngày làm việc sau ngày tu, tính cả ngày den. Cách đếm này là quy ước của khoá học (law/DOUBTS.md).
=== function so_ngay_lam_viec(tu, den)
{ tu >= den:
    ~ return 0
}
{ la_ngay_lam_viec(den):
    ~ return 1 + so_ngay_lam_viec(tu, den - 1)
}
~ return so_ngay_lam_viec(tu, den - 1)

// ---- Các bước ------------------------------------------------------------------------------------------------------
LIST Buoc = tranh_chap_loi_ich, yeu_cau_hoa_giai, hoa_giai_xong, trong_tai_dang_lam, trong_tai_khong_xong, da_bao_lay_y_kien, da_lay_y_kien, lay_y_kien_sai, tren_mot_nua, da_gui_quyet_dinh
VAR da_qua = ()
VAR loi_phap_ly = 0
VAR ngay_bao = 0
VAR ngay_gui = 0

// Thương lượng bế tắc: từ chối, không tiến hành đúng hạn, hoặc không đạt thoả thuận.
=== function phat_sinh_tranh_chap_loi_ich()
~ da_qua += tranh_chap_loi_ich

=== function gui_yeu_cau_hoa_giai()
~ da_qua += yeu_cau_hoa_giai

// Hoà giải không thành, hoặc hết 05 ngày làm việc mà hoà giải viên không hoà giải.
=== function hoa_giai_khong_thanh()
~ da_qua += hoa_giai_xong

// Chỉ gọi khi hai bên cùng đồng ý (Điều 197).
=== function dua_ra_trong_tai()
{ da_qua !? hoa_giai_xong:
    ~ loi_phap_ly++
    Sai thứ tự: tranh chấp tập thể về lợi ích phải qua hoà giải viên lao động trước khi yêu cầu Hội đồng trọng tài. # vi-pham: trong-tai-truoc-hoa-giai # luat: vn.blld.2019.d195, vn.blld.2019.d196
}
~ da_qua += trong_tai_dang_lam

// Ban trọng tài không được lập, không ra quyết định đúng hạn, hoặc công ty không thực hiện quyết định.
=== function trong_tai_khong_thanh()
~ da_qua -= trong_tai_dang_lam
~ da_qua += trong_tai_khong_xong

=== function bao_lay_y_kien()
~ da_qua += da_bao_lay_y_kien
~ ngay_bao = ngay

// phan_tram: số người đồng ý trên số người được lấy ý kiến. Lấy ý kiến lại cho đúng thì lỗi của lần trước không còn.
=== function lay_y_kien_dinh_cong(phan_tram)
~ da_qua -= lay_y_kien_sai
{ da_qua !? hoa_giai_xong:
    ~ loi_phap_ly++
    { da_qua !? tranh_chap_loi_ich:
        Sai: thủ tục đình công chỉ dành cho tranh chấp lao động tập thể về lợi ích; tranh chấp về quyền đi đường hoà giải viên, trọng tài, Toà án. # vi-pham: lay-y-kien-khong-phai-loi-ich # luat: vn.blld.2019.d191, vn.blld.2019.d199
    - else:
        ~ da_qua += lay_y_kien_sai
        Sai thứ tự: hoà giải viên lao động trước; hoà giải không thành hoặc quá hạn thì mới tiến hành thủ tục đình công, kể cả lấy ý kiến. # vi-pham: lay-y-kien-truoc-hoa-giai # luat: vn.blld.2019.d196, vn.blld.2019.d199
    }
}
{ da_qua ? trong_tai_dang_lam:
    ~ loi_phap_ly++
    ~ da_qua += lay_y_kien_sai
    Sai thứ tự: đã chọn trọng tài thì chỉ tiến hành thủ tục đình công khi Ban trọng tài không được lập, không ra quyết định, hoặc công ty không thực hiện quyết định. # vi-pham: lay-y-kien-khi-trong-tai # luat: vn.blld.2019.d197, vn.blld.2019.d199
}
{ da_qua !? da_bao_lay_y_kien or ngay - ngay_bao < 1:
    ~ loi_phap_ly++
    ~ da_qua += lay_y_kien_sai
    Sai thứ tự: phải báo cho công ty về thời gian, địa điểm lấy ý kiến đình công ít nhất 01 ngày trước khi lấy. # vi-pham: lay-y-kien-khong-bao # luat: vn.blld.2019.d201
}
~ da_qua -= da_bao_lay_y_kien
~ ngay_bao = 0
~ da_qua += da_lay_y_kien
{ phan_tram > 50:
    ~ da_qua += tren_mot_nua
- else:
    ~ da_qua -= tren_mot_nua
}

// Gửi đủ ba nơi: công ty, Uỷ ban nhân dân cấp xã, Sở Nội vụ.
=== function gui_quyet_dinh_dinh_cong()
{ da_qua !? tren_mot_nua:
    ~ loi_phap_ly++
    Sai: chỉ được ra quyết định đình công khi trên 50% số người được lấy ý kiến đồng ý. # vi-pham: chua-qua-nua # luat: vn.blld.2019.d202
}
~ da_qua += da_gui_quyet_dinh
~ ngay_gui = ngay

// Được rút bất cứ lúc nào trước khi bắt đầu (Điều 203); muốn đình công lại thì gửi lại, đếm lại.
=== function rut_quyet_dinh_dinh_cong()
~ da_qua -= da_gui_quyet_dinh
~ ngay_gui = 0

// Trả về true khi mọi bước đã đủ và đúng thứ tự; nếu không, nói từng lỗi kèm điều luật.
=== function bat_dau_dinh_cong()
~ temp truoc = loi_phap_ly
{ da_qua !? tranh_chap_loi_ich:
    ~ loi_phap_ly++
    Đình công bất hợp pháp: chỉ được đình công vì tranh chấp lao động tập thể về lợi ích, tức tranh chấp phát sinh trong thương lượng hoặc khi một bên từ chối thương lượng. # vi-pham: khong-phai-loi-ich # luat: vn.blld.2019.d179, vn.blld.2019.d199, vn.blld.2019.d204
}
{ da_qua ? tranh_chap_loi_ich and da_qua !? hoa_giai_xong:
    ~ loi_phap_ly++
    Đình công bất hợp pháp: chưa qua hoà giải của hoà giải viên lao động. # vi-pham: dinh-cong-truoc-hoa-giai # luat: vn.blld.2019.d199, vn.blld.2019.d204
}
{ da_qua ? trong_tai_dang_lam:
    ~ loi_phap_ly++
    Đình công bất hợp pháp: tranh chấp đang được Ban trọng tài lao động giải quyết. # vi-pham: dang-trong-tai # luat: vn.blld.2019.d204
}
{ da_qua !? da_lay_y_kien:
    ~ loi_phap_ly++
    Đình công bất hợp pháp: chưa lấy ý kiến theo trình tự. # vi-pham: chua-lay-y-kien # luat: vn.blld.2019.d200, vn.blld.2019.d201, vn.blld.2019.d204
}
{ da_qua ? lay_y_kien_sai:
    ~ loi_phap_ly++
    Đình công bất hợp pháp: việc lấy ý kiến không theo đúng trình tự. # vi-pham: lay-y-kien-sai-trinh-tu # luat: vn.blld.2019.d201, vn.blld.2019.d204
}
{ da_qua ? da_lay_y_kien and da_qua !? tren_mot_nua:
    ~ loi_phap_ly++
    Đình công bất hợp pháp: không có trên 50% số người được lấy ý kiến đồng ý. # vi-pham: khong-qua-nua # luat: vn.blld.2019.d202, vn.blld.2019.d204
}
{ da_qua !? da_gui_quyet_dinh:
    ~ loi_phap_ly++
    Đình công bất hợp pháp: chưa gửi quyết định đình công bằng văn bản. # vi-pham: chua-gui-quyet-dinh # luat: vn.blld.2019.d202, vn.blld.2019.d204
- else:
    { so_ngay_lam_viec(ngay_gui, ngay) < 5:
        ~ loi_phap_ly++
        Đình công bất hợp pháp: quyết định phải đến công ty, Uỷ ban nhân dân cấp xã và Sở Nội vụ ít nhất 05 ngày làm việc trước ngày bắt đầu. # vi-pham: bao-truoc-thieu # luat: vn.blld.2019.d202, vn.blld.2019.d204, vn.nd129.2025.d68
    }
}
~ return loi_phap_ly == truoc
