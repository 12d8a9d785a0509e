// The last look before a plan is applied: what it will do, and on whose word.
#pragma once

#include "ui/theme.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace naru::ui {

class ApprovalBar : public QFrame {
    Q_OBJECT
public:
    explicit ApprovalBar(const Theme &theme, QWidget *parent = nullptr);

    // `now` changes take effect at once, `later` ones on their day. `approver` stands in the field.
    void ask(int now, int later, const QString &digest, const QString &approver);
    void withdraw();
    QString text() const;

Q_SIGNALS:
    void approved(const QString &approver);
    void withdrawn();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLabel *m_text;
    QLineEdit *m_approver;
    QPushButton *m_approve;
};

} // namespace naru::ui
