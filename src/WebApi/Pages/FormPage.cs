using CleanApi.WebApi.Requests;

namespace CleanApi.WebApi.Pages;

/// <summary>A page with a form: shown, sent, and shown again with what is wrong.</summary>
internal abstract class FormPage
{
    /// <summary>The page's address.</summary>
    public abstract string Address { get; }

    /// <summary>The form's fields, from the top.</summary>
    public abstract IReadOnlyList<string> Fields { get; }

    /// <summary>What sending it counts as; one of <see cref="RatePolicies"/>.</summary>
    public virtual string RatePolicy => RatePolicies.Auth;

    /// <summary>Whether the page's address holds a secret, which no other site may learn from the browser.</summary>
    public virtual bool HoldsToken => false;

    /// <summary>The page.</summary>
    /// <param name="request">With what was entered, where it is shown again.</param>
    /// <param name="problem">What was wrong with it.</param>
    public abstract IResult Show(PageRequest request, PageProblem? problem);

    /// <summary>Does what the form is for.</summary>
    /// <returns>Where to go on.</returns>
    public abstract Task<IResult> SubmitAsync(PageRequest request);
}
