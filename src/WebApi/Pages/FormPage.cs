using CleanApi.WebApi.RateLimits;

namespace CleanApi.WebApi.Pages;

/// <summary>A page with a form, shown again with its errors when the submission fails.</summary>
internal abstract class FormPage
{
    /// <summary>The page's path.</summary>
    public abstract string Address { get; }

    /// <summary>The form's fields in their order.</summary>
    public abstract IReadOnlyList<string> Fields { get; }

    /// <summary>The fields that a failed authentication is about.</summary>
    public virtual IReadOnlyList<string> Credentials => [];

    /// <summary>The rate policy of a submission; one of <see cref="RatePolicies"/>.</summary>
    public virtual string RatePolicy => RatePolicies.Auth;

    /// <summary>Whether the page's URL contains a secret, which must not leak through the Referer header.</summary>
    public virtual bool HoldsToken => false;

    /// <summary>Why the page recognizes whoever has signed in; null for a page that does not.</summary>
    public virtual string? RecognizesCaller => null;

    /// <summary>Whether a submission recognizes them too, and not only the page that is opened.</summary>
    public virtual bool SubmitsAsCaller => true;

    /// <summary>Whether the page is for whoever is signed in; others sign in first.</summary>
    public virtual bool NeedsSession => false;

    /// <summary>Renders the page without asking the application.</summary>
    /// <param name="request">Contains the input when the form is shown again.</param>
    /// <param name="problem">The errors of the submission; null at first.</param>
    public abstract IResult Show(PageRequest request, PageProblem? problem);

    /// <summary>The same for a page that asks the application first.</summary>
    public virtual Task<IResult> ShowAsync(PageRequest request, PageProblem? problem) => Task.FromResult(Show(request, problem));

    /// <summary>Processes the form.</summary>
    /// <returns>The redirect to the next page.</returns>
    public abstract Task<IResult> SubmitAsync(PageRequest request);
}
