using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Mails the link of a pending registration again, that of the newest one. The answer is the same when there is none; a mail says so then.</summary>
/// <param name="Email">The address.</param>
[AllowAnonymous("Whoever registers is nobody yet.")]
[NotAudited("There is no organization to write it under; what comes of it is audited there.")]
public sealed record ResendVerification(string? Email) : ICommand<Unit>;
