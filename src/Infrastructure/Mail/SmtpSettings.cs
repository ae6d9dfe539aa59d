using System.Net;
using CleanApi.Domain.Common;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.Mail;

/// <summary>The mail server.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How the way there is protected; unless set, TLS from the first byte at port 465 and STARTTLS at any other (RFC 8314, section 7.3).</param>
/// <param name="Username">Whom we sign in as; null: we do not.</param>
/// <param name="Password">With what.</param>
internal sealed record SmtpSettings(string Host, int Port, SmtpSecurity Security, string? Username, [property: Secret] string? Password)
{
    private const int SubmissionPort = 587;
    private const int ImplicitTlsPort = 465;

    /// <summary>Reads and checks them; null when no host is set.</summary>
    /// <exception cref="StartException">Names the setting that is wrong.</exception>
    public static SmtpSettings? Read(IConfiguration configuration)
    {
        var smtp = configuration.GetSection("Email:Smtp");
        if (smtp["Host"] is not { Length: > 0 } host)
        {
            return smtp.GetChildren().FirstOrDefault(child => child.Value is { Length: > 0 }) is { } stray
                ? throw new StartException($"Email__Smtp__{stray.Key} is set, but Email__Smtp__Host is not.")
                : null;
        }

        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            throw new StartException("Email__Smtp__Host has to be a host name or an address.");
        }

        var (port, username, password) = (configuration.ReadNumber("Email:Smtp:Port", 1, IPEndPoint.MaxPort), Text(smtp["Username"]), Text(smtp["Password"]));
        var security = ReadSecurity(smtp["Security"], host) ?? (port == ImplicitTlsPort ? SmtpSecurity.ImplicitTls : SmtpSecurity.StartTls);
        return (username is null) == (password is null)
            ? new SmtpSettings(host, port ?? (security == SmtpSecurity.ImplicitTls ? ImplicitTlsPort : SubmissionPort), security, username, password)
            : throw new StartException($"Email__Smtp__{(username is null ? "Username" : "Password")} is missing: both are set, or neither.");
    }

    /// <summary>Without the password.</summary>
    public override string ToString() => $"{Host}:{Port} ({Security})";

    private static SmtpSecurity? ReadSecurity(string? text, string host) => Text(text)?.ToUpperInvariant() switch
    {
        null => null,
        "STARTTLS" => SmtpSecurity.StartTls,
        "IMPLICITTLS" => SmtpSecurity.ImplicitTls,
        "NONE" when IsLoopback(host) => SmtpSecurity.None,
        "NONE" => throw new StartException("Email__Smtp__Security can be None only for a server on the same machine (Email__Smtp__Host is localhost or a loopback address)."),
        _ => throw new StartException("Email__Smtp__Security has to be StartTls, ImplicitTls or None."),
    };

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
