// The least a web server of this kind can do: the yardstick that every other figure of the bench is divided by.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var app = builder.Build();
app.MapGet("/hello", () => "Hello, World!");
app.Run();
