using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Idempotency;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Registers an organization. Nothing is created before the link in a mail verifies the address, and whoever opens it chooses the password. The response is
/// the same when the address has an account already; the mail says so.
/// </summary>
/// <param name="OrganizationName">1 to 100 characters.</param>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Email">At most 255 characters; stored trimmed, with ASCII letters in lower case and the domain as A-labels.</param>
[AllowAnonymous("A registrant has no account yet.")]
[NotAudited("There is no organization to audit it in; the completed registration is audited.")]
[NotReplayed("The request has no secret: a stranger could have sent it before, and whoever means it would get no mail.")]
public sealed record Register(
    [property: Example("Acme")] string? OrganizationName,
    [property: Example("Ada Lovelace")] string? Name,
    string? Email) : ICommand<Unit>;
