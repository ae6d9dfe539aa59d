using CleanApi.Domain.Errors;
using CleanApi.WebApi.Errors;

namespace CleanApi.WebApi.Binding;

/// <summary>What is wrong with the form of a request's path, query and body, collected while they are bound, so that one answer tells all of it.</summary>
internal sealed class InputFaults
{
    // A query of 8 KB and a body of 1 MB can hold a great many, and the response would be larger still.
    private const int MaxFaults = 100;

    private readonly List<ErrorDetail> details = [];

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

    /// <summary>Adds a fault of a field whose name a client chose, or of a parameter: the name is one, whatever characters it has.</summary>
    public void Add(FieldPlace place, ErrorDetail detail) =>
        AddPlaced(detail with { Place = place, Pointer = detail.Pointer ?? (detail.Field is { } field ? JsonPointer.Append(JsonPointer.Root, field) : JsonPointer.Root) });

    /// <summary>
    /// Adds an invalid value, whose field is a path of ours; not where a fault is known of it, of what it is a part of, or of a member that it lacks without it.
    /// </summary>
    public void AddValue(FieldPlace place, ErrorDetail detail)
    {
        var pointer = detail.Field is { } field ? JsonPointer.FromPath(field) : JsonPointer.Root;
        if (!details.Exists(known => known.Place == place && known.Pointer is { } faulty && Hides(faulty, pointer)))
        {
            AddPlaced(detail with { Place = place, Pointer = pointer });
        }
    }

    /// <summary>The error that tells all of it.</summary>
    public ValidationError ToError() => new([.. details], details.TrueForAll(detail => detail.Place == details[0].Place) ? details[0].Place!.Value : FieldPlace.Elsewhere);

    private static bool Hides(string faulty, string pointer) =>
        faulty == pointer || IsWithin(pointer, faulty) || (pointer != JsonPointer.Root && IsWithin(faulty, pointer) && !IsIndex(faulty.AsSpan(pointer.Length + 1)));

    private static bool IsWithin(string inner, string outer) => inner.Length > outer.Length && inner.StartsWith(outer, StringComparison.Ordinal) && inner[outer.Length] == '/';

    // Of a list with a faulty item, the others and their number are known.
    private static bool IsIndex(ReadOnlySpan<char> segments) => !segments.IsEmpty && char.IsAsciiDigit(segments[0]);

    private void AddPlaced(ErrorDetail detail)
    {
        if (details.Count < MaxFaults)
        {
            details.Add(detail);
        }
    }
}
