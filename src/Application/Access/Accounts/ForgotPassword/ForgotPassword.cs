using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Mails a link to set a password. The response is the same for an unknown address and for a deactivated user; the mail says so then and has no link.
/// </summary>
/// <param name="Email">The address.</param>
[AllowAnonymous("Without the password, nobody can sign in.")]
[NotAudited("Anybody can ask for anybody; what is done with the link is audited.")]
[ManagesTransaction("The tenant is looked up first.")]
public sealed record ForgotPassword(string? Email) : ICommand<Unit>;
