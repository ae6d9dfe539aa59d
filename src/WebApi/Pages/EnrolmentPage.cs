using CleanApi.Application.Access;
using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Pages;

/// <summary>
/// Sets up the first second factor of an account: an authenticator app or a passkey. Here lands after the sign-in whoever has none in an organization that requires
/// one.
/// </summary>
internal sealed class EnrolmentPage : FormPage
{
    /// <summary>The form's field that begins or confirms.</summary>
    public const string StepField = "step";

    /// <summary>Begins to set up an authenticator app.</summary>
    public const string Begin = "begin";

    /// <summary>Confirms it with a code.</summary>
    public const string Confirm = "confirm";

    public override string Address => PageAddresses.Enrolment;

    public override IReadOnlyList<string> Fields => ["code"];

    public override bool NeedsSession => true;

    public override IResult Show(PageRequest request, PageProblem? problem) => new SeeOther(request.ReturnUrl ?? PageAddresses.SignedIn);

    public override async Task<IResult> ShowAsync(PageRequest request, PageProblem? problem)
    {
        try
        {
            var person = await SignedInPerson.GetAsync(request);
            if (await HasFactorAsync(request))
            {
                // A session that is restricted all the same has not proved it: a sign-in does.
                return request.MustEnrol ? SignInAgain(request) : Show(request, problem);
            }

            return Show(new EnrolmentModel(person, request.ReturnUrl, await FindAppAsync(request), RecoveryCodes: null, problem), problem?.Status);
        }
        catch (AuthenticationError)
        {
            return SignInAgain(request);
        }
    }

    public override async Task<IResult> SubmitAsync(PageRequest request)
    {
        if (request.Text(StepField) == Confirm)
        {
            // Read before: afterwards the access token, which carries the restriction, is invalid.
            var person = await SignedInPerson.GetAsync(request);
            var confirmed = await request.SendAsync(new ConfirmTotp(request.Text("code")?.Replace(" ", "", StringComparison.Ordinal)));
            return Show(new EnrolmentModel(person, request.ReturnUrl, App: null, confirmed.Codes, Problem: null), status: null);
        }

        await request.SendAsync(new BeginTotp());
        return new SeeOther(PageAddresses.With(Address, "returnUrl", request.ReturnUrl));
    }

    private static PageResult<EnrolmentView, EnrolmentModel> Show(EnrolmentModel model, int? status) => new(model, status ?? StatusCodes.Status200OK);

    private static SeeOther SignInAgain(PageRequest request) => new(PageAddresses.With(PageAddresses.SignIn, "returnUrl", request.ReturnUrl));

    private static async Task<bool> HasFactorAsync(PageRequest request) =>
        (await request.SendAsync(new GetTotp())).Enabled || (await request.SendAsync(new ListPasskeys())).Items.Count > 0;

    // Once begun, a reload shows the same secret: it may be in the app already.
    private static async Task<TotpEnrolmentResponse?> FindAppAsync(PageRequest request)
    {
        try
        {
            return await request.SendAsync(new GetTotpEnrolment());
        }
        catch (ConflictError)
        {
            return null;
        }
    }
}
