using CleanApi.Infrastructure.Demo;
using CleanApi.Infrastructure.Mail;

namespace CleanApi.WebApi.Common;

/// <summary>Prints for developers the address of the docs, the demo accounts and the folder of mails.</summary>
internal static class StartBanner
{
    /// <summary>Prints the banner once the host has started, in Development only.</summary>
    public static void PrintWhenStarted(WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            return;
        }

        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var mails = app.Services.GetRequiredService<MailFolder>().Path;
            var address = app.Urls.FirstOrDefault() ?? "http://127.0.0.1:5080";
            Console.WriteLine(
                $"""

                CleanApi is ready.
                  API      {address}/api/v1
                  Docs     {address}/docs
                  OpenAPI  {address}/openapi/v1.json
                  Sign in  {string.Join("\n           ", DemoPeople.SignIns)}
                  Password {DemoPeople.Password}
                  Mails    {mails ?? "sent by the mail server that is set"}

                """);
        });
    }
}
