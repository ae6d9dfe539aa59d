using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>Whether the caller's organization has such a user: for modules whose resources belong to one.</summary>
/// <param name="Id">Whom.</param>
[AuthenticatedOnly("Tells nothing but that a user of one's own organization exists; the request that asks says who may.", ForApiKeys = true)]
[NoValidator("Typed by its parser.")]
public sealed record UserExists(UserId Id) : IQuery<bool>;
