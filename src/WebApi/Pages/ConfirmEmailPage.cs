using CleanApi.Application.Access;
using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Pages;

/// <summary>Confirms a changed address with the token from a mail, or undoes the change. Requires a button click, because mail scanners open links.</summary>
internal sealed class ConfirmEmailPage : FormPage
{
    // Says what the button did when the token is used up; it decides nothing.
    private const string Undoes = "undoes";

    public override string Address => PageAddresses.ConfirmEmail;

    public override IReadOnlyList<string> Fields => [];

    public override bool HoldsToken => true;

    public override IResult Show(PageRequest request, PageProblem? problem) => Show(request, change: null, problem);

    public override async Task<IResult> ShowAsync(PageRequest request, PageProblem? problem)
    {
        try
        {
            return Show(request, await request.SendAsync(new LookupEmailChange(request.Text("token"))), problem);
        }
        catch (ValidationError error)
        {
            // A page that is opened says so too: with 200, because it is the page that was asked for.
            return problem is null
                ? new PageResult<ConfirmEmailView, ConfirmEmailModel>(new ConfirmEmailModel(request.Text("token"), null, PageProblem.OfLink(error)), StatusCodes.Status200OK)
                : Show(request, problem);
        }
    }

    public override async Task<IResult> SubmitAsync(PageRequest request)
    {
        await request.SendAsync(new ConfirmEmail(request.Text("token")));
        return new SeeOther(PageNotice.At(PageAddresses.SignIn, request.Text(Undoes) is null ? PageNotice.EmailChanged : PageNotice.EmailRestored));
    }

    private static PageResult<ConfirmEmailView, ConfirmEmailModel> Show(PageRequest request, EmailChangePreviewResponse? change, PageProblem? problem) =>
        new(new ConfirmEmailModel(request.Text("token"), change, problem), problem?.Status ?? StatusCodes.Status200OK);
}
