namespace CleanApi.Application.Common.Requests;

/// <summary>
/// A field of a JSON Merge Patch (RFC 7396): absent (unchanged), or present with a value that may be null (removed).
/// </summary>
/// <typeparam name="T">The field's type.</typeparam>
public readonly record struct Optional<T>
{
    private readonly T? value;

    /// <summary>A field that is present.</summary>
    public Optional(T? value)
    {
        this.value = value;
        IsPresent = true;
    }

    /// <summary>Whether the field was sent.</summary>
    public bool IsPresent { get; }

    /// <summary>The value sent; the default of the type when absent.</summary>
    public T? Value => value;

    /// <summary>A present value.</summary>
    public static implicit operator Optional<T>(T? value) => new(value);

    /// <summary>The value if it is present, otherwise the current one.</summary>
    public T? Or(T? current) => IsPresent ? value : current;
}
