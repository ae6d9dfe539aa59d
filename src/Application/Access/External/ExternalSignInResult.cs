namespace CleanApi.Application.Access;

/// <summary>The result of an external sign-in.</summary>
/// <param name="SignIn">A session or an MFA challenge; null when an identity was linked, the sign-in failed, or asks first.</param>
/// <param name="ReturnUrl">Where to redirect to; null for the default page.</param>
/// <param name="Error">Why it failed; null when it succeeded.</param>
/// <param name="Registration">Asks which organization to join; null when there is nothing to ask.</param>
public sealed record ExternalSignInResult(
    SignInResponse? SignIn, string? ReturnUrl, ExternalSignInException? Error, ExternalRegistrationToken? Registration = null);
