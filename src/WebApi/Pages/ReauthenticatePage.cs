using CleanApi.Application.Access;
using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Pages;

/// <summary>Proves again who the signed-in person is, then goes on to what asked for it.</summary>
internal sealed class ReauthenticatePage : FormPage
{
    public override string Address => PageAddresses.Reauthenticate;

    public override IReadOnlyList<string> Fields => ["password", "code"];

    public override bool NeedsSession => true;

    public override IResult Show(PageRequest request, PageProblem? problem) => new PageResult<ReauthenticateView, ReauthenticateModel>(
        new ReauthenticateModel(request.ReturnUrl, problem), problem?.Status ?? StatusCodes.Status200OK);

    public override async Task<IResult> SubmitAsync(PageRequest request)
    {
        try
        {
            await request.SendAsync(new Reauthenticate(Given(request, "password"), Given(request, "code")?.Replace(" ", "", StringComparison.Ordinal)));
            return new SeeOther(request.ReturnUrl ?? PageAddresses.SignedIn);
        }
        catch (AuthenticationError)
        {
            // The session has ended meanwhile.
            return new SeeOther(PageAddresses.With(PageAddresses.SignIn, "returnUrl", request.ReturnUrl));
        }
    }

    // A field that is left empty is sent as well.
    private static string? Given(PageRequest request, string field) => request.Text(field) is { Length: > 0 } text ? text : null;
}
