namespace CleanApi.Application.Access;

/// <summary>The result of an external sign-in.</summary>
/// <param name="SignIn">A session or an MFA challenge; null when an identity was linked or the sign-in failed.</param>
/// <param name="ReturnUrl">Where to redirect to; null for the default page.</param>
/// <param name="Error">Why it failed; null when it succeeded.</param>
public sealed record ExternalSignInResult(SignInResponse? SignIn, string? ReturnUrl, ExternalSignInException? Error);
