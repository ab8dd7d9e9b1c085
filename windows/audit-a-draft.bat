@echo off
rem Drag one or more drafts (Word, PDF, ODT, Markdown or text) onto this file. Each is audited, and its report opens in
rem your browser; the report is kept beside the draft as NAME.audit.html. Nothing leaves this computer.
setlocal
if "%~1"=="" (
  echo Drag a draft review onto this file.
  pause
  exit /b 3
)

rem The command itself where it is on the path, else Python with the program in it.
set "CPRAUDIT=cpraudit"
where cpraudit >nul 2>nul
if not errorlevel 1 goto next
set "CPRAUDIT=py -m cpraudit"
py -m cpraudit --version >nul 2>nul
if not errorlevel 1 goto next

where py >nul 2>nul
if errorlevel 1 (
  echo Python is not installed yet. Install Python 3.11 or newer from https://www.python.org/downloads/windows/
  echo and drag the draft here again.
  pause
  exit /b 2
)
echo cpraudit is not installed yet. Open a command prompt, type this line, and drag the draft here again:
echo   py -m pip install --user "%~dp0.."
pause
exit /b 2

:next
if "%~1"=="" goto done
echo Auditing "%~nx1" ...
%CPRAUDIT% check "%~1" --open
if errorlevel 1 pause
shift
goto next

:done
endlocal
