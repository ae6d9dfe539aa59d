using CleanApi.Application.Common.Web;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.Mail;

/// <summary>Where the links of mails lead: the settings <c>Links__…</c>, or else our own pages.</summary>
internal static class LinkSettings
{
    // It has the form of a token, so that what is checked is what is sent.
    private const string Sample = "tok_0000000000000000000000000000000000000000000";

    /// <summary>Reads and checks them.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="issuer">The public address of our pages.</param>
    /// <exception cref="StartException">Names the setting that is wrong.</exception>
    public static MailLinks Read(IConfiguration configuration, string issuer)
    {
        string Template(string name, string path) =>
            configuration[$"Links:{name}"] is { Length: > 0 } template ? Checked(name, template) : $"{issuer}{path}?token={MailLinks.Placeholder}";

        return new MailLinks(
            verifyEmail: Template("VerifyEmail", "/auth/verify-email"),
            resetPassword: Template("ResetPassword", "/auth/reset-password"),
            acceptInvitation: Template("AcceptInvitation", "/auth/accept-invitation"),
            confirmEmail: Template("ConfirmEmail", "/auth/confirm-email"));
    }

    // Whoever gets the token gets the account: the host is the operator's and no token's, and the way there is not in the clear.
    private static string Checked(string name, string template)
    {
        var parts = template.Split(MailLinks.Placeholder);
        return parts.Length == 2 && !template.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            && Uri.TryCreate(string.Join(Sample, parts), UriKind.Absolute, out var link) && WebAddress.IsProtected(link) && link.UserInfo.Length == 0
            && !link.Host.Contains("tok_", StringComparison.OrdinalIgnoreCase)
            ? template
            : throw new StartException(
                $"Links__{name} has to be an https address (http for a loopback address only) that has {MailLinks.Placeholder} once: https://app.acme.test/path?token={MailLinks.Placeholder}.");
    }
}
