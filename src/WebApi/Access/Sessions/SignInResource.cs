using CleanApi.WebApi.OpenApi;

namespace CleanApi.WebApi.Access;

/// <summary>What a sign-in answers: the session, or the question for a second factor first. Told apart by <c>type</c>.</summary>
[OneOf(typeof(SessionResource), typeof(MfaChallengeResource))]
public sealed record SignInResource;
