using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Whether the caller's organization requires a second factor that the user has not set up.</summary>
/// <param name="UserId">The user.</param>
[AuthenticatedOnly("Sent by sign-in and refresh, as the user themselves.")]
[NoValidator("Sent by other use cases, with values that are checked already.")]
public sealed record MustEnrol(UserId UserId) : IQuery<bool>;
