namespace CleanApi.Application.Common.Requests;

/// <summary>
/// A field of a patch: absent (leave as it is), or present with a value that may be null (remove). Source: RFC 7396, JSON Merge Patch.
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

    /// <summary>A value that is present.</summary>
    public static implicit operator Optional<T>(T? value) => new(value);

    /// <summary>The value sent, or the present one where nothing was.</summary>
    public T? Or(T? present) => IsPresent ? value : present;
}
