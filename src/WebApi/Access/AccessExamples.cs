using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.WebApi.OpenApi;

namespace CleanApi.WebApi.Access;

/// <summary>What signing in looks like.</summary>
internal sealed class AccessExamples : IExamples
{
    private const string AccessToken = "eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiJ1c3JfMDFoNDU1dmI0cGV4NXZza25rMDg0c24wMnEifQ.c2lnbmF0dXJl";
    private const string RefreshToken = "mT6mT0v3cXh1l0tJq2nK8oR5sW7yZ4aB9dE1fG3hI5k";

    private const string Token = "tok_p2J9xW0cQ4kT7vB1nM8sR5yL3dF6hZ0aE2gU4iO7jK1";

    private static readonly SessionResource Session =
        SessionResource.Of(new SessionResponse(AccessToken, "Bearer", 900, RefreshToken, 604800, TypeIdSchema.Example<SessionId>()));

    private static readonly ActiveSessionResource ActiveSession = new(
        TypeIdSchema.Example<SessionId>(), ActiveSessionResource.TypeName,
        new ActiveSessionAttributes(
            "Firefox on Linux", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "203.0.113.7", Examples.Time.AddDays(-3),
            Examples.Time, Examples.Time.AddDays(7), Current: true));

    public IEnumerable<object> Values =>
    [
        new Login("member@acme.test", "Passw0rd!demo"),
        new Refresh(RefreshToken),
        new Register("Acme", "Ada Lovelace", "new@acme.test", "Gl4ss bridges hum"),
        new VerifyEmail(Token),
        new ResendVerification("new@acme.test"),
        new ForgotPassword("member@acme.test"),
        new ResetPassword(Token, "Gl4ss bridges hum"),
        new ChangePassword("Four 4 green kites", "Gl4ss bridges hum"),
        Examples.Document(Session),
        Examples.CursorPage(SessionsController.Path, ActiveSession),
        Examples.NumberedPage(SessionsController.Path, ActiveSession),
        new JsonWebKeySetResponse([new JsonWebKeyResponse("RSA", "sig", "RS256", "2026-01", "sXchDaQebHnPiGvyDOAT4saGEUetSyo9MKLOoWFsueri23bOdgWp4Dy1Wl", "AQAB")]),
    ];
}
