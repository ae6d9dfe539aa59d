using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Idempotency;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Mails a link of the pending registration again; of several, that of the first. The response is the same when there is none; a mail says so then.</summary>
/// <param name="Email">The address.</param>
[AllowAnonymous("A registrant has no account yet.")]
[NotAudited("There is no organization to audit it in; the completed registration is audited.")]
[NotReplayed("The request has no secret: a stranger could have sent it before, and whoever means it would get no mail.")]
public sealed record ResendVerification(string? Email) : ICommand<Unit>;
