using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Binding;

/// <summary>What is wrong with the form of a request's path, query and body, collected while they are bound, so that one answer tells all of it.</summary>
internal sealed class InputFaults
{
    // A query of 8 KB and a body of 1 MB can hold a great many, and the response would be larger still.
    private const int MaxFaults = 100;

    private readonly List<ErrorDetail> details = [];
    private bool isAboutQuery;
    private bool isAboutBody;

    private InputFaults()
    {
    }

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => details.Count == 0;

    /// <summary>The faults of a request so far; null where there is none.</summary>
    public static InputFaults? Find(HttpContext context) => context.Features.Get<InputFaults>();

    /// <summary>The faults of a request, to be added to.</summary>
    public static InputFaults Of(HttpContext context)
    {
        if (context.Features.Get<InputFaults>() is not { } faults)
        {
            context.Features.Set(faults = new InputFaults());
        }

        return faults;
    }

    /// <summary>Adds a fault of a parameter of the path.</summary>
    public void AddToPath(ErrorDetail detail) => Add(detail);

    /// <summary>Adds a fault of a query parameter.</summary>
    public void AddToQuery(ErrorDetail detail)
    {
        isAboutQuery = true;
        Add(detail);
    }

    /// <summary>Adds a fault of a field of the body.</summary>
    public void AddToBody(ErrorDetail detail)
    {
        isAboutBody = true;
        Add(detail);
    }

    /// <summary>Whether something is known to be wrong with a field, or with what it is a part of.</summary>
    public bool HasFault(string? field) => field is not null && details.Exists(detail => detail.Field is { } known && Root(known) == Root(field));

    /// <summary>The error that tells all of it.</summary>
    public ValidationError ToError() => new([.. details], (isAboutQuery, isAboutBody) switch
    {
        (true, false) => ValidationError.Query,
        (false, true) => ValidationError.Body,
        _ => ValidationError.Request,
    });

    /// <summary>The member of the query or body that a path leads into.</summary>
    public static string Root(string field) => field.IndexOfAny(['.', '[']) is > 0 and var end ? field[..end] : field;

    private void Add(ErrorDetail detail)
    {
        if (details.Count < MaxFaults)
        {
            details.Add(detail);
        }
    }
}
