using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Idempotency;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Mails a password reset link. The response is the same for an unknown address and for a deactivated user; the mail says so then and has no link.
/// </summary>
/// <param name="Email">The address.</param>
[AllowAnonymous("A user who forgot the password cannot sign in.")]
[NotAudited("Anyone can request a link for any address; the password reset itself is audited.")]
[ManagesTransaction("Looks up the tenant before the transaction.")]
[NotReplayed("The request has no secret: a stranger could have sent it before, and whoever means it would get no mail.")]
public sealed record ForgotPassword([property: Example("member@acme.test")] string? Email) : ICommand<Unit>;
