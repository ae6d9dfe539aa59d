using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Tells the person that the password is another one now, and what else goes on, in case it was not them.</summary>
/// <param name="To">The address.</param>
/// <param name="Name">What the person is called.</param>
/// <param name="ForgotPasswordLink">Where to set another password.</param>
/// <param name="ApiKeys">How many API keys are good.</param>
/// <param name="LinkedProviders">How many identities at other providers sign in.</param>
/// <param name="Passkeys">How many passkeys sign in.</param>
/// <param name="AuthenticatorApp">Whether an authenticator app is asked for: yes or no.</param>
public sealed record PasswordChangedMail(
    EmailAddress To, string Name, string ForgotPasswordLink, int ApiKeys, int LinkedProviders, int Passkeys, string AuthenticatorApp) : MailMessage(To);
