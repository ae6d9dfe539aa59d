namespace CleanApi.Infrastructure.Files;

/// <summary>The storage has not taken what was written: it is full or gone.</summary>
internal sealed class StorageException(Exception inner) : Exception("The storage of files has not taken what was written", inner);
