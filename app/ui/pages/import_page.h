// 가져오기: a table of units or people comes in, is checked whole, and becomes a plan; or its errors are listed.
#pragma once

#include "ui/pages/import_plan.h"
#include "ui/pages/plan_list.h"

namespace naru::ui {

class FaultModel;
class Panel;

class ImportPage : public PlanListPage {
    Q_OBJECT
public:
    explicit ImportPage(Shell &shell);

    // Reads the table and shows its plan, or what is wrong with it.
    void read(const QString &file);
    QList<PrintChoice> printChoices() const override;
    ListTable *faults() const { return m_faults; }
    void copyFaults() const;

private:
    void addFaults();
    void chooseFile();
    void took(const ImportReading &reading);
    void refused(const QString &file, const Error &error);

    FaultModel *m_model;
    Panel *m_faultPanel;
    ListTable *m_faults;
};

} // namespace naru::ui
