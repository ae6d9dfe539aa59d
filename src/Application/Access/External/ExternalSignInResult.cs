namespace CleanApi.Application.Access;

/// <summary>How a sign-in at a provider ended.</summary>
/// <param name="SignIn">A session, or the question for a second factor; null when an identity was linked, or nothing was done.</param>
/// <param name="ReturnUrl">Where to go now; null: the usual page.</param>
/// <param name="Refusal">Why nothing was done; null when all went well.</param>
public sealed record ExternalSignInResult(SignInResponse? SignIn, string? ReturnUrl, ExternalSignInRefusedException? Refusal);
