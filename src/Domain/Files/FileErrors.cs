using CleanApi.Domain.Errors;

namespace CleanApi.Domain.Files;

/// <summary>The errors of files.</summary>
public static class FileErrors
{
    /// <summary>What a media type is told that is not taken.</summary>
    public const string TypeMessage = "Must be image/jpeg, image/png, image/webp or application/pdf";

    /// <summary>What a media type of a picture is told that is not taken.</summary>
    public const string PictureMessage = "Must be image/jpeg, image/png or image/webp";

    /// <summary>What a name is told whose extension is another type's.</summary>
    public const string ExtensionMessage = "Must end like a file of the declared type: .jpg or .jpeg, .png, .webp, .pdf";

    /// <summary>The file is larger than <see cref="StoredFile.MaxSize"/>.</summary>
    public static PayloadTooLargeError TooLarge() => new("A file has 10 MB (10485760 bytes) at most");

    /// <summary>The bytes are of another type than the one that is declared.</summary>
    public static ValidationError OtherContent(FileType declared) =>
        ValidationError.Of("file", FieldCodes.InvalidValue, $"The content is no {declared.ContentType}: send the type that the file has");

    /// <summary>The scanner has found malware.</summary>
    public static ValidationError Infected() =>
        ValidationError.Refused("file", "The file is refused by the scanner: it holds what looks like malware", RefusalReasons.InfectedFile);

    /// <summary>The picture cannot be decoded to its end.</summary>
    public static ValidationError BrokenPicture() => ValidationError.Of("file", FieldCodes.InvalidValue, "The picture is broken");

    /// <summary>The picture would take too much memory.</summary>
    /// <param name="max">Pixels of a picture at most.</param>
    public static ValidationError TooManyPixels(long max) => ValidationError.Of("file", FieldCodes.InvalidValue, $"A picture has {max / 1_000_000} megapixels at most");

    /// <summary>The file would take the organization past its quota.</summary>
    /// <param name="left">Bytes that are left.</param>
    public static ConflictError QuotaExceeded(long left) => new(
        ReasonCodes.StorageQuota, $"The files of the organization have {left} bytes left: delete one that is not used any more");
}
