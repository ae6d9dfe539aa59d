namespace CleanApi.Application.Access;

/// <summary>The result of a sign-in: either a session or an MFA challenge.</summary>
/// <param name="Session">The session; null with a challenge.</param>
/// <param name="Challenge">The MFA challenge; null with a session.</param>
public sealed record SignInResponse(SessionResponse? Session, MfaChallenge? Challenge);
