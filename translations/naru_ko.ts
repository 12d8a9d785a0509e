<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>Desk</name>
    <message>
        <source>The desktop of a city office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The office to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who acts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day of the question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light, dark, or contrast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size in per cent, 80 to 200.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ko or en.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves a picture of every page in every theme, and quits.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naru::ui::AsOfButton</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of the question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is shown as of today. Choose another day (Ctrl+D).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is shown as of this day, not today (Ctrl+D).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naru::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command is called “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naru::ui::Failure</name>
    <message>
        <source>The computer could not do it. Nothing was changed. Try again; if it fails again, tell the administrator the reason below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This request makes no sense here. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content is not what it should be. Nothing was changed. Check the file or the value and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not there any more, or on this day. Choose another day, or refresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person must decide first. Nothing was applied. Answer the open questions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no right to do this. Ask the person in charge or the administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records have changed meanwhile, so nothing was applied. Make the plan again and look at what differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in use by someone else or cannot be reached. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is locked with a password. Save it without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letters of this PDF are drawings. It must be read by OCR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends too early. Get it again from the sender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format of this file is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is larger than may be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (Reason: %2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naru::ui::LookMenu</name>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: as the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: high contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density: dense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density: normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density: wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size 150 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size 200 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size: %1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naru::ui::MainWindow</name>
    <message>
        <source>Naru</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Naru</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naru::ui::MessageBar</name>
    <message>
        <source>Copy the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naru::ui::Navigation</name>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naru::ui::NavigationModel</name>
    <message>
        <source>In preparation (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: in preparation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naru::ui::NoticeModel</name>
    <message>
        <source>Waits for you: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for you · %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naru::ui::NoticePanel</name>
    <message>
        <source>Nothing waits for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naru::ui::PageHeader</name>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naru::ui::Pages</name>
    <message>
        <source>Ways of working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results and people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mayor&apos;s words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar and diary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand-overs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekly and monthly reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks and evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citizens&apos; indicators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directives and pledges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TALK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open debate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City dashboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Department dashboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disclosure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate of open documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Department performance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation and people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personnel orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wished posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Robots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naru::ui::ResultList</name>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naru::ui::ResultModel</name>
    <message>
        <source>More …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naru::ui::SearchBox</name>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personnel orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand-overs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search everything   Ctrl+K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naru::ui::ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naru::ui::StatusLine</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel what is under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (and %2 more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naru::ui::TopBar</name>
    <message>
        <source>Naru</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices: %1 (Ctrl+Shift+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
