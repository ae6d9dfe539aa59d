using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>What a sign-in has to know of a user; null when the caller's organization has no such user.</summary>
/// <param name="Id">Whom.</param>
[AuthenticatedOnly("Sent by the sign-in, as the user themselves.", ForApiKeys = true)]
[NoValidator("Sent by another use case, with values that are checked already.")]
public sealed record GetSignInState(UserId Id) : IQuery<SignInState?>;
