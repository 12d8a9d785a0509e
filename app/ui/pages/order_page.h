// 인사발령: a file is dropped, read, looked at line by line, decided, approved, applied, and taken back if need be.
#pragma once

#include "ui/pages/plan_list.h"

namespace naru::ui {

class OrderPage : public PlanListPage {
    Q_OBJECT
public:
    explicit OrderPage(Shell &shell);

    // Reads the orders and shows their plan.
    void read(const QStringList &files);

private:
    void chooseFiles();
};

} // namespace naru::ui
