using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Mails a link to set a password. The answer is the same for an unknown address and for somebody who is deactivated; the mail says so then, and holds no
/// link.
/// </summary>
/// <param name="Email">The address.</param>
[AllowAnonymous("Whoever has forgotten their password can't sign in.")]
[NotAudited("Anybody can ask for anybody; what is done with the link is audited.")]
public sealed record ForgotPassword(string? Email) : ICommand<Unit>;
