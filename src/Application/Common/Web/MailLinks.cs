using CleanApi.Application.Common.Mail;

namespace CleanApi.Application.Common.Web;

/// <summary>The links of mails that carry a token: to our pages, or to those of the operator's own front end. Each template has <see cref="Placeholder"/> once.</summary>
/// <param name="verifyEmail">Completes a registration.</param>
/// <param name="resetPassword">Sets a password.</param>
/// <param name="acceptInvitation">Accepts an invitation.</param>
/// <param name="confirmEmail">Confirms a changed address, or undoes the change.</param>
public sealed class MailLinks(string verifyEmail, string resetPassword, string acceptInvitation, string confirmEmail)
{
    /// <summary>Where the token stands in a template.</summary>
    public const string Placeholder = "{token}";

    /// <summary>Completes a registration.</summary>
    public MailLink VerifyEmail(string token) => Fill(verifyEmail, token);

    /// <summary>Sets a password.</summary>
    public MailLink ResetPassword(string token) => Fill(resetPassword, token);

    /// <summary>Accepts an invitation.</summary>
    public MailLink AcceptInvitation(string token) => Fill(acceptInvitation, token);

    /// <summary>Confirms a changed address, or undoes the change.</summary>
    public MailLink ConfirmEmail(string token) => Fill(confirmEmail, token);

    // A token is base64url, which needs no escaping in a path, a query or a fragment.
    private static MailLink Fill(string template, string token) => new(template.Replace(Placeholder, token, StringComparison.Ordinal));
}
