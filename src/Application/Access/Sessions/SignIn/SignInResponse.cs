namespace CleanApi.Application.Access;

/// <summary>How a sign-in went on: a session, or the question for a second factor. One of the two is there.</summary>
/// <param name="Session">The session.</param>
/// <param name="Challenge">What is asked for first.</param>
public sealed record SignInResponse(SessionResponse? Session, MfaChallenge? Challenge);
