using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace CleanApi.Infrastructure.Mail;

/// <summary>How mails leave.</summary>
/// <param name="From">The sender.</param>
/// <param name="Directory">Where mails become files without a mail server.</param>
/// <param name="Smtp">The mail server; null: none.</param>
/// <param name="KeepFailed">How long the rows of mails that were given up are kept.</param>
/// <param name="KeepFiles">How long mails that became files are kept.</param>
internal sealed record EmailSettings(MailboxAddress From, string Directory, SmtpSettings? Smtp, TimeSpan KeepFailed, TimeSpan KeepFiles)
{
    // RFC 2606, section 2: nobody's domain.
    private const string DefaultFrom = "CleanApi <no-reply@cleanapi.invalid>";

    private const int DefaultDays = 30;
    private const int MaxDays = 365;

    private static readonly ParserOptions Parser = new() { AllowAddressesWithoutDomain = false, AddressParserComplianceMode = RfcComplianceMode.Strict };

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="StartException">Names the setting that is wrong.</exception>
    public static EmailSettings Read(IConfiguration configuration)
    {
        var smtp = SmtpSettings.Read(configuration);
        var from = Text(configuration["Email:From"]);
        if (from is null && smtp is not null)
        {
            throw new StartException("Email__From is not set: mails need a sender, an address alone or in angle brackets behind a name; docs/guides/operate.md has an example.");
        }

        return MailboxAddress.TryParse(Parser, from ?? DefaultFrom, out var sender)
            ? new EmailSettings(sender, Text(configuration["Email:Directory"]) ?? BesideTheDatabase(configuration), smtp, Days(configuration, "KeepFailedDays"), Days(configuration, "KeepFilesDays"))
            : throw new StartException("Email__From has to be an address, alone or in angle brackets behind a name; docs/guides/operate.md has an example.");
    }

    private static string BesideTheDatabase(IConfiguration configuration) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(DatabaseOptions.From(configuration).EmbeddedDirectory)) ?? "", "mail");

    private static TimeSpan Days(IConfiguration configuration, string name) => TimeSpan.FromDays(configuration.ReadNumber($"Email:{name}", 1, MaxDays) ?? DefaultDays);

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
