@echo off
rem Drag a draft (Word, PDF, ODT, Markdown or text) onto this file: it is audited and the report opens in your browser.
rem Nothing leaves this computer.
setlocal
if "%~1"=="" (
  echo Drag a draft review onto this file.
  pause
  exit /b 3
)
where cpraudit >nul 2>nul
if errorlevel 1 (
  echo cpraudit is not installed yet. Open a command prompt and type:  py -m pip install --user pipx  and then  py -m pipx install cpraudit
  pause
  exit /b 2
)
:next
if "%~1"=="" goto done
cpraudit check "%~1" --open
if errorlevel 2 pause
shift
goto next
:done
endlocal
